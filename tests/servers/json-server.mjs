// Serves countries.json of the package world-countries through json-server, on a port that the system hands out.
// Prints "listening PORT" once; GET /started answers the token it was given, so that a test knows whom it talks to.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const jsonServer = require("json-server");
const countries = require("world-countries/countries.json");

const token = process.argv[2];
const server = jsonServer.create();
server.get("/started", (request, response) => response.json({ token }));
server.use(jsonServer.bodyParser);
server.use(jsonServer.router({ countries: countries.map((country) => ({ id: country.cca3, ...country })) }));
const listener = server.listen(0, "127.0.0.1", () => console.log(`listening ${listener.address().port}`));
