// A route as a shop adds it: under /admin, and nothing said of roles.
const actor = (request, response) => response.json({ actor: request.auth_context ?? null })

module.exports = { GET: actor, POST: actor }
