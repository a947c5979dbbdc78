import fc from 'fast-check'

// The same examples in every run: a change is judged by what it changed. Another seed looks for new ones.
fc.configureGlobal({ seed: 20261124 })
