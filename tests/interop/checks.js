// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

//! Counts what held and what did not, one line each.
class Checks {
  passed = 0;
  failed = 0;

  //! Runs `act`; it fails by throwing. Gives its value, or undefined after a failure.
  async that(text, act) {
    try {
      const value = await act();
      this.passed += 1;
      console.log(`ok - ${text}`);
      return value;
    } catch (error) {
      this.failed += 1;
      console.log(`not ok - ${text}: ${error.code ?? ''} ${error.message ?? error}`);
      return undefined;
    }
  }

  //! `act` must be refused with one of the codes.
  refused(text, codes, act) {
    return this.that(`${text} is refused with ${codes.join(' or ')}`, async () => {
      let code = 'nothing: it was accepted';
      try {
        await act();
      } catch (error) {
        code = error.code ?? error.message;
      }
      if (!codes.includes(code)) throw new Error(`the answer was ${code}`);
    });
  }
}

//! Asks until `isDone` accepts the answer; fails with the last answer after `seconds`.
async function until(seconds, ask, isDone) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isDone(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)?.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function expect(actual, wanted, what) {
  if (actual !== wanted) throw new Error(`${what} is ${actual}, not ${wanted}`);
}

module.exports = { Checks, until, expect };
