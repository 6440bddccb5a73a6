// React ends every render by aborting its cache signal with a new Error (react/react#37288). Until somebody reads
// the error's stack, V8 keeps what stood on it: here an Immediate, which Node leaves linked to those that ran beside it,
// and each of them holds the request it worked for, with an error of its own. So one thing that lives on holds every
// answer since. Read, a stack is words and holds nothing.

/** From now on, what a signal is aborted with holds nothing but itself. */
export function letGoOfAborted() {
  const { abort } = AbortController.prototype
  AbortController.prototype.abort = function (...reason) {
    void reason[0]?.stack
    return abort.apply(this, reason)
  }
}
