// What a shop would send by mail, as lines of JSON.
const { appendFileSync } = require("fs")

module.exports.default = async ({ event: { name, data } }) =>
  appendFileSync(process.env.EVENTS, JSON.stringify({ name, data }) + "\n")
module.exports.config = {
  event: [
    "auth.password_reset",
    "auth.verification_requested",
    "auth.mfa_enabled",
    "auth.mfa_disabled",
    "auth.mfa_recovery_codes_generated",
    "invite.created",
    "invite.resent",
    "invite.accepted",
  ],
}
