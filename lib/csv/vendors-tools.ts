import type { Vendor } from './vendor'

/**
 * The exports of payment, mail and advertising tools. Their own numbers for people are known nowhere else, so people
 * are told by e-mail address, as other files know them.
 */
export const toolVendors: readonly Vendor[] = [
  {
    id: 'stripe',
    telling: ['id', 'Amount', 'Currency', 'Created (UTC)', 'Customer ID', 'Customer Email'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['id'],
        customer_id: ['Customer ID'],
        email: ['Customer Email'],
        phone: null,
        ordered_at: ['Created (UTC)'],
        amount: ['Amount'],
        product_title: ['Description'],
        product_id: null,
        quantity: null,
        channel: null,
        status: ['Status'],
        currency: ['Currency'],
      },
      customers: {
        customer_id: ['Customer ID'],
        email: ['Customer Email'],
        phone: null,
        first_name: ['Card Name'],
        city: ['Card Address City'],
        country: ['Card Address Country', 'Card Issue Country'],
      },
      products: { product_id: null },
    },
  },
  {
    // The balance history: payouts too, and nothing that says who paid.
    id: 'stripe',
    telling: ['id', 'Type', 'Source', 'Amount', 'Fee', 'Net', 'Currency', 'Created (UTC)'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['id'],
        ordered_at: ['Created (UTC)'],
        amount: ['Amount'],
        currency: ['Currency'],
        status: ['Type'],
        product_title: ['Description'],
        channel: null,
      },
    },
  },
  ...[['Klaviyo ID'], ['Email', 'First Name', 'Email Marketing Consent']].map(
    (telling): Vendor => ({
      id: 'klaviyo',
      telling,
      table: 'customers',
      fields: {
        customers: {
          customer_id: null,
          email: ['Email', 'Email Address'],
          phone: ['Phone Number', 'Phone'],
          consent: ['Email Marketing Consent'],
          signed_up_on: ['Profile Created On', 'Date Added'],
        },
      },
    }),
  ),
  {
    id: 'mailchimp',
    telling: ['Email Address', 'MEMBER_RATING', 'LEID', 'EUID'],
    table: 'customers',
    fields: {
      customers: {
        customer_id: null,
        email: ['Email Address'],
        first_name: ['First Name'],
        last_name: ['Last Name'],
        // Subscribed by form, or else confirmed: imported people have the second alone.
        signed_up_on: ['OPTIN_TIME', 'CONFIRM_TIME'],
        country: ['CC'],
        city: null,
        // The archive's file names say who is subscribed.
        consent: null,
      },
    },
  },
  ...['Record ID', 'Record ID - Contact', 'Contact ID'].map(
    (id): Vendor => ({
      id: 'hubspot',
      telling: [id, 'First Name', 'Last Name', 'Email', 'Lifecycle Stage'],
      table: 'customers',
      fields: {
        customers: {
          customer_id: null,
          email: ['Email'],
          phone: ['Phone Number', 'Mobile Phone Number'],
          country: ['Country/Region', 'Country'],
          signed_up_on: ['Create Date'],
          // 'Unsubscribed from all email' says the opposite.
          consent: null,
        },
      },
    }),
  ),
  {
    id: 'google',
    telling: ['Email', 'First Name', 'Last Name', 'Country', 'Zip'],
    only: ['Email', 'Phone', 'First Name', 'Last Name', 'Country', 'Zip'],
    table: 'customers',
    fields: { customers: { customer_id: null, email: ['Email'], phone: ['Phone'] } },
  },
  {
    id: 'meta',
    telling: ['fn', 'ln'],
    table: 'customers',
    fields: {
      customers: {
        customer_id: null,
        first_name: ['fn'],
        last_name: ['ln'],
        city: ['ct'],
        birth_date: ['dob'],
        gender: ['gen'],
      },
    },
  },
]
