'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { isContactId } from '@/lib/csv/personal-values'
import { findCustomerReference } from '@/lib/customers/client'
import { maskMark } from '@/lib/privacy/mask-mark'
import { customerPath, referencePath } from './customer-path'

/** Opens a customer's page, whose address never holds an e-mail address or phone number; does nothing for a masked id. */
export function useOpenCustomer() {
  const router = useRouter()
  return useMutation({
    mutationFn: async (id: string) => {
      if (id === maskMark) return
      router.push(
        isContactId(id) ? referencePath((await findCustomerReference(id)).reference) : customerPath(id),
      )
    },
  })
}
