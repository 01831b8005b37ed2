import { App } from "./app";
import { takeToken } from "./base/session";

takeToken();
new App().start();
