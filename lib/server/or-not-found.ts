import 'server-only'
import { notFound } from 'next/navigation'
import { AppError } from '@/lib/shared/errors'

/** For pages: what a service finds, or the page that says there is nothing here. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') notFound()
    throw error
  }
}
