import { $ as asKnownError, Ct as isRecord, N as clockFrom, Q as UsageError, T as silentProgress, V as VERSION, X as ExternalError, Y as EXIT_CODES, Z as InternalError, d as escapeMarkdown, dt as COMMON_OUTPUTS, et as exitCodeOf, ft as actionPermissions, n as sourceLines, p as escapeWorkflowCommands, ut as COMMON_INPUTS, w as createLogger, xt as isFromFork } from "./core.js";
import { C as redactUrl, S as nodeProcesses, _ as commentIdentity, a as inputsOf, b as renderAnnotations, d as secretForms, f as jobTokens, g as renderCheckSarif, i as executeCommand, m as render, n as readEvent, p as secretsIn, r as remoteOf, v as commentMarker, x as createGuardedHttp, y as formerCommentMarker } from "./runtime.js";
import { appendFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import * as os from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import * as path from "path";
import * as events from "events";
import "assert";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import "string_decoder";
import * as child from "child_process";
import { setTimeout as setTimeout$2 } from "timers";
import { tmpdir } from "node:os";

// packages/action-kit/src/runner/end-process.ts
const WINDOWS_FLUSH_MS = 50;
async function endProcess(exitCode) {
	process.exitCode = exitCode;
	await Promise.all([process.stdout, process.stderr].map(flush));
	if (process.platform === "win32") await new Promise((resolve) => setTimeout(resolve, WINDOWS_FLUSH_MS));
	process.exit(exitCode);
}
function flush(stream) {
	return new Promise((resolve) => {
		if (stream.destroyed) resolve();
		else stream.write("", () => resolve());
	});
}

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/io/lib/io-util.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile: copyFile$1, lstat: lstat$1, mkdir: mkdir$1, open: open$1, readdir: readdir$1, rename: rename$1, rm: rm$1, rmdir, stat: stat$1, symlink: symlink$1, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$4(this, void 0, void 0, function* () {
		try {
			yield stat$1(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$4(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat$1(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat$1(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir$1(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
function which(tool, check) {
	return __awaiter$3(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
function findInPath(tool) {
	return __awaiter$3(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}

// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os.EOL.length);
				n = s.indexOf(os.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	exec() {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$2(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
function argStringToArray(argString) {
	const args = [];
	let inQuotes = false;
	let escaped = false;
	let arg = "";
	function append(c) {
		if (escaped && c !== "\"") arg += "\\";
		arg += c;
		escaped = false;
	}
	for (let i = 0; i < argString.length; i++) {
		const c = argString.charAt(i);
		if (c === "\"") {
			if (!escaped) inQuotes = !inQuotes;
			else append(c);
			continue;
		}
		if (c === "\\" && escaped) {
			append(c);
			continue;
		}
		if (c === "\\" && inQuotes) {
			escaped = true;
			continue;
		}
		if (c === " " && !inQuotes) {
			if (arg.length > 0) {
				args.push(arg);
				arg = "";
			}
			continue;
		}
		append(c);
	}
	if (arg.length > 0) args.push(arg.trim());
	return args;
}
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout$2(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
function exec(commandLine, args, options) {
	return __awaiter$1(this, void 0, void 0, function* () {
		const commandArgs = argStringToArray(commandLine);
		if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
		const toolPath = commandArgs[0];
		args = commandArgs.slice(1).concat(args || []);
		return new ToolRunner(toolPath, args, options).exec();
	});
}

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}

// packages/action-kit/src/runner/outputs.ts
function writeOutputs(command, outputs) {
	for (const name of Object.keys({
		...COMMON_OUTPUTS,
		...command.outputs
	})) {
		const value = Object.hasOwn(outputs, name) ? outputs[name] : void 0;
		try {
			setOutput(name, value ?? "");
		} catch (cause) {
			warning(`Outputs could not be written: ${cause instanceof Error ? cause.message : cause}`);
			return;
		}
	}
}
async function writeSummary(path, markdown) {
	if (path === void 0 || path === "") return;
	try {
		await appendFile(path, markdown, "utf8");
	} catch (cause) {
		warning(`The summary could not be written: ${cause instanceof Error ? cause.message : cause}`);
	}
}

// packages/action-kit/src/runner/print-error.ts
const TITLES = {
	usage: "Assay: wrong input",
	policy: "Assay: policy",
	external: "Assay: a service or tool failed",
	internal: "Assay: a defect of Assay itself"
};
const MAX_ANNOTATIONS = 10;
function printError(error$1) {
	const title = TITLES[error$1.kind];
	const quoted = (problem) => {
		const place = error$1.places.get(problem);
		return [problem, ...place === void 0 ? [] : sourceLines(place)].join("\n");
	};
	const problems = (error$1.problems.length === 0 ? [error$1.message] : error$1.problems).map(quoted);
	const shown = problems.length > MAX_ANNOTATIONS ? problems.slice(0, 9) : problems;
	const hint = error$1.hint === void 0 ? "" : `\n${error$1.hint}`;
	if (error$1.problems.length > 0) info(escapeWorkflowCommands(`${error$1.message}:`));
	for (const problem of shown) error(problems.length === 1 ? problem + hint : problem, { title });
	const rest = problems.slice(shown.length);
	if (rest.length > 0) error(`…and ${rest.length} more, in the log of this step.`, { title });
	for (const problem of rest) info(escapeWorkflowCommands(problem));
	if (problems.length > 1 && hint !== "") info(escapeWorkflowCommands(hint.trim()));
	if (error$1.kind === "internal") printStack(error$1);
	else if (error$1.cause instanceof Error) debug(error$1.cause.stack ?? error$1.cause.message);
}
function printStack(error) {
	const origin = error.cause instanceof Error ? error.cause : error;
	startGroup("Stack, for the report of this defect");
	info(escapeWorkflowCommands(origin.stack ?? origin.message));
	endGroup();
}

// packages/action-kit/src/github/permissions.ts
function neededPermissions(permissions, inputs) {
	const isOn = (name) => {
		const value = Object.hasOwn(inputs, name) ? inputs[name] : void 0;
		return value !== void 0 && value !== false && value !== "";
	};
	return permissions.filter(({ when, unless }) => (when === void 0 || isOn(when)) && (unless === void 0 || !isOn(unless)));
}
function permissionsBlock(permissions) {
	const byScope = /* @__PURE__ */ new Map();
	for (const permission of permissions) {
		const known = byScope.get(permission.scope);
		if (known === void 0 || known.level === "read") byScope.set(permission.scope, permission);
	}
	return ["permissions:", ...[...byScope.values()].sort((a, b) => a.scope < b.scope ? -1 : 1).map(({ scope, level, reason }) => `  ${scope}: ${level} # ${reason}`)].join("\n");
}

// packages/action-kit/src/runner/action-processes.ts
const MAX_BYTES = 67108864;
function actionProcesses(debug) {
	const native = nodeProcesses();
	return {
		stream: native.stream,
		run: (program, args, options = {}) => isPlain(options) ? runWithToolkit(program, args, options, debug) : native.run(program, args, options)
	};
}
function isPlain({ input, timeoutMs, maxBytes, signal }) {
	return [
		input,
		timeoutMs,
		maxBytes,
		signal
	].every((option) => option === void 0);
}
async function runWithToolkit(program, args, options, debug) {
	const stdout = [];
	const stderr = [];
	let bytes = 0;
	const keep = (chunks) => (chunk) => {
		bytes += chunk.length;
		if (bytes <= MAX_BYTES) chunks.push(chunk);
	};
	try {
		const exitCode = await exec(quoted(program), [...args], {
			...options.cwd === void 0 ? {} : { cwd: options.cwd },
			env: { ...options.env },
			input: Buffer.alloc(0),
			ignoreReturnCode: true,
			silent: true,
			listeners: {
				stdout: keep(stdout),
				stderr: keep(stderr),
				debug
			}
		});
		if (bytes > MAX_BYTES) throw new ExternalError(`${program} printed more than ${MAX_BYTES} bytes`);
		if (exitCode === null) throw new ExternalError(`${program} was stopped by a signal`);
		return {
			exitCode,
			stdout: Buffer.concat(stdout),
			stderr: Buffer.concat(stderr).toString("utf8")
		};
	} catch (cause) {
		const error = asKnownError(cause);
		if (error.kind !== "internal") throw error;
		throw new ExternalError(`${program} could not be started: ${error.message}`, {
			hint: `Install ${program} or put it on PATH.`,
			cause
		});
	}
}
function quoted(program) {
	return `"${program.replace(/[\\"]/g, "\\$&")}"`;
}

// packages/action-kit/src/runner/annotate.ts
const WRITE$1 = {
	error,
	warning,
	notice
};
function annotateFindings(report) {
	for (const { level, message, ...place } of renderAnnotations(report)) WRITE$1[level](message, place);
}

// packages/action-kit/src/runner/masks.ts
function secretsOf(command, explicit, environment) {
	const specs = {
		...COMMON_INPUTS,
		...command.inputs
	};
	const variables = Object.fromEntries(Object.entries(specs).map(([name, { environment: variable }]) => [name, variable === void 0 ? void 0 : environment[variable]]));
	const secrets = [
		...secretsIn(specs, explicit, environment),
		...secretsIn(specs, variables, environment),
		...jobTokens(environment)
	];
	return [...new Set(secrets.flatMap(secretForms))];
}

// packages/action-kit/src/github/api.ts
var PermissionError = class extends UsageError {};
var FeatureOffError = class extends ExternalError {};
function createGithubApi({ http, apiUrl, remote, permissions }) {
	const root = apiUrl.replace(/\/+$/, "");
	const send = (method, url, body) => http.request({
		method: method ?? "GET",
		url,
		headers: {
			accept: "application/vnd.github+json",
			"x-github-api-version": "2022-11-28",
			...remote.token === void 0 ? {} : { authorization: `Bearer ${remote.token}` },
			...body === void 0 ? {} : { "content-type": "application/json" }
		},
		...body === void 0 ? {} : { body: JSON.stringify(body) }
	});
	return {
		async call(method, path, body) {
			const url = `${root}/repos/${remote.repository}${path}`;
			const response = await send(method, url, body);
			if (response.status >= 200 && response.status < 300) return response.json();
			throw refusal(`${method} ${redactUrl(url)}`, response.status, messageOf(response.text()), permissions);
		},
		async self() {
			const response = await send("GET", `${root}/user`);
			const user = response.status === 200 ? response.json() : void 0;
			return isRecord(user) && typeof user["login"] === "string" ? user["login"] : void 0;
		}
	};
}
function refusal(name, status, message, permissions) {
	const answer = `${name} answered ${status}${message === "" ? "" : ` (${message})`}`;
	if (status === 401) return new UsageError(`${answer}: the token is not valid`, { hint: "Leave `token` out to use the workflow's own, or give one that has not expired." });
	const limited = /rate limit|abuse|secondary/i.test(message);
	if (status === 403 && /(must be|not) enabled/i.test(message)) return new FeatureOffError(answer);
	if ((status === 403 || status === 404) && !limited) return new PermissionError(`${answer}: the token lacks a permission`, { hint: `Add this to the job:\n${permissionsBlock(permissions)}` });
	return new ExternalError(answer, { hint: limited ? "Wait until the limit is over and run the job again." : "Run the job again; if it stays, look at the status page of the server." });
}
function messageOf(text) {
	try {
		const body = JSON.parse(text);
		return isRecord(body) && typeof body["message"] === "string" ? body["message"].slice(0, 200) : "";
	} catch {
		return "";
	}
}

// packages/action-kit/src/github/sticky-comment.ts
const PAGE_SIZE = 100;
const MAX_PAGES = 30;
async function upsertComment(api, comment) {
	const known = await findComment(api, comment);
	if (known === void 0) {
		if (comment.onlyUpdate) return "not needed";
		await api.call("POST", `/issues/${comment.pullRequest}/comments`, { body: comment.body });
		return "created";
	}
	if (known.body === comment.body) return "unchanged";
	await api.call("PATCH", `/issues/comments/${known.id}`, { body: comment.body });
	return "updated";
}
async function findComment(api, { pullRequest, marker, formerMarker }) {
	let former;
	const isOurs = async ({ byBot, login }) => byBot || login === await api.self();
	for (let page = 1; page <= MAX_PAGES; page++) {
		const path = `/issues/${pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
		const comments = await api.call("GET", path);
		if (!Array.isArray(comments)) throw new ExternalError("The list of comments is no list", { hint: "Check that GITHUB_API_URL is the address of the server's API." });
		for (const known of comments.map(commentOf)) {
			if (known === void 0) continue;
			if (known.body.startsWith(marker) && await isOurs(known)) return known;
			if (formerMarker !== void 0 && known.body.startsWith(formerMarker) && former === void 0 && await isOurs(known)) former = known;
		}
		if (comments.length < PAGE_SIZE) return former;
	}
	throw new ExternalError(`The pull request has more than 3000 comments; none was added, for there may be an earlier one`, { hint: "Read the result in the job summary." });
}
function commentOf(value) {
	if (!isRecord(value) || !isRecord(value["user"])) return void 0;
	const { id, body } = value;
	const { type, login } = value["user"];
	if (typeof id !== "number" || typeof body !== "string" || typeof login !== "string") return void 0;
	return {
		id,
		body,
		login,
		byBot: type === "Bot"
	};
}

// packages/action-kit/src/github/upload-sarif.ts
const MAX_GZIP_BYTES = 1e7;
const POLL_PAUSES = [
	1e3,
	4e3,
	1e4,
	2e4,
	4e4,
	8e4
];
const OUR_FAULT = /^rejecting SARIF|invalid URI|invalid security severity/i;
async function uploadSarif(api, upload, sleep) {
	const packed = await promisify(gzip)(upload.sarif);
	if (packed.length > MAX_GZIP_BYTES) throw new UsageError(`The SARIF report has ${packed.length} bytes after gzip; code scanning takes ${MAX_GZIP_BYTES}`, { hint: "Fix or suppress findings, or split the run with `working-directory`." });
	const receipt = await api.call("POST", "/code-scanning/sarifs", {
		commit_sha: upload.commit,
		ref: upload.ref,
		sarif: packed.toString("base64"),
		started_at: upload.startedAt.toISOString(),
		tool_name: "assay"
	});
	const id = isRecord(receipt) ? receipt["id"] : void 0;
	if (typeof id !== "string" && typeof id !== "number") throw new ExternalError("Code scanning did not say under which number it took the report");
	for (const pause of POLL_PAUSES) {
		await sleep(pause);
		if (isDone(await api.call("GET", `/code-scanning/sarifs/${encodeURIComponent(id)}`))) return "complete";
	}
	return "pending";
}
function isDone(state) {
	if (!isRecord(state)) return false;
	if (state["processing_status"] !== "failed") return state["processing_status"] === "complete";
	const errors = Array.isArray(state["errors"]) ? state["errors"].map(String) : [];
	throw new ExternalError(`Code scanning could not process the report: ${errors.join("; ").slice(0, 1e3) || "no reason given"}`, { hint: errors.some((error) => OUR_FAULT.test(error)) ? "Report this with the SARIF file: it is a defect of Assay." : "Give each upload of a workflow a command or `working-directory` of its own, and look at the code scanning page." });
}

// packages/action-kit/src/runner/upload-plan.ts
const CHANGE_REF = /^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/;
const SUPPRESSIONS = "suppressions";
const SETTINGS = "settings";
const NO_FINDINGS = "No upload to code scanning: this command makes records and no findings. Leave `upload-sarif` off.";
function planUploads(report, { name, ref, folder }) {
	if (name === "pull_request_target") return {
		parts: [],
		notice: "No upload to code scanning: `pull_request_target` runs for the base branch, and what the pull request holds would change that branch's alerts. Upload from `pull_request` and from `push` or `schedule`."
	};
	const below = folder.split(/[\\/]/).filter((segment) => ![
		"",
		".",
		".."
	].includes(segment));
	const checks = report.checks.filter(({ check }) => check !== SUPPRESSIONS && check !== SETTINGS);
	const failed = checks.filter(({ outcome }) => outcome === "error");
	const partial = CHANGE_REF.test(ref) ? [] : checks.filter((one) => !failed.includes(one) && one.coverage.scope === "change");
	const parts = checks.filter((one) => !failed.includes(one) && !partial.includes(one)).map(({ check }) => ({
		check,
		category: [check, ...below]
	}));
	const left = leftOut(failed, partial);
	if (left !== void 0) return {
		parts,
		notice: left
	};
	const isAct = checks.length === 0 && report.acts.length > 0;
	const about = [...isAct ? [] : [SUPPRESSIONS], ...CHANGE_REF.test(ref) ? [SETTINGS] : []].map((check) => ({
		check,
		category: [`${check}-${report.command}`, ...below]
	}));
	return isAct && about.length === 0 ? {
		parts: [],
		notice: NO_FINDINGS
	} : { parts: [...parts, ...about] };
}
function leftOut(failed, partial) {
	const reasons = [...failed.length === 0 ? [] : [`${titles(failed)} could not do its work`], ...partial.length === 0 ? [] : [`${titles(partial)} looked at this push only (run on a \`schedule\` or \`workflow_dispatch\` too, which looks at the whole history and is uploaded)`]];
	return reasons.length === 0 ? void 0 : `Not uploaded to code scanning, for an incomplete report would close alerts that are still open: ${reasons.join("; ")}.`;
}
function titles(checks) {
	return checks.map(({ title }) => title).join(", ");
}

// packages/action-kit/src/runner/upload-checks.ts
async function uploadChecks(api, { report, event, folder, clock, logger, sleep }) {
	if (event?.sha === void 0 || event.ref === void 0) throw new UsageError("The SARIF report belongs to no commit: GITHUB_SHA or GITHUB_REF is not set", { hint: "Leave `upload-sarif` off outside a runner." });
	const { sha: commit, ref } = event;
	const { parts, notice } = planUploads(report, {
		name: event.name,
		ref,
		folder
	});
	if (notice !== void 0) logger.notice(notice);
	const uploads = parts.map(async (part) => {
		const upload = {
			sarif: renderCheckSarif(report, part),
			commit,
			ref,
			startedAt: clock.now()
		};
		const state = await uploadSarif(api, upload, sleep);
		return {
			check: part.check,
			state
		};
	});
	const ended = await Promise.allSettled(uploads);
	const states = ended.flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
	const named = (wanted) => states.flatMap(({ check, state }) => state === wanted ? [check] : []).join(", ");
	if (named("complete") !== "") logger.info(`Code scanning took in: ${named("complete")}`);
	if (named("pending") !== "") logger.notice(`Code scanning has these and is not done with them yet: ${named("pending")}.`);
	for (const one of ended) if (one.status === "rejected") throw one.reason;
}

// packages/action-kit/src/runner/withdraw-comment.ts
async function withdrawComment(api, error, { command, explicit, environment, pullRequest, logger }) {
	const folder = posix.normalize((explicit["working-directory"] ?? ".").replaceAll("\\", "/"));
	const workingDirectory = folder === "./" ? "." : folder.replace(/\/$/, "");
	const id = explicit["comment-id"] ?? environment["GITHUB_JOB"] ?? "";
	const marker = commentMarker({
		command: command.name,
		workingDirectory,
		id
	});
	const problems = error.problems.slice(0, 20).map((problem) => `- ${escapeMarkdown(problem)}`);
	const body = [
		marker,
		`## ⚠️ Assay ${command.name}: no result`,
		"",
		`The run ended before it had a verdict: ${escapeMarkdown(error.message)}`,
		...problems.length === 0 ? [] : ["", ...problems],
		...error.hint === void 0 ? [] : ["", escapeMarkdown(error.hint)],
		""
	].join("\n");
	const formerMarker = formerCommentMarker(command.name);
	const done = await upsertComment(api, {
		pullRequest,
		marker,
		formerMarker,
		body: body.slice(0, 6e4),
		onlyUpdate: true
	});
	logger.info(`Comment on pull request ${pullRequest}: ${done}`);
}

// packages/action-kit/src/runner/publish.ts
async function publish(options) {
	const { inputs } = options;
	const deliveries = [...inputs["comment"] === true && options.facts.pullRequest !== void 0 ? [comment] : [], ...inputs["upload-sarif"] === true ? [codeScanning] : []];
	if (deliveries.length === 0) return;
	const names = deliveries.map((delivery) => NAMES.get(delivery)).join(" and no ");
	const obstacle = obstacleOf(options);
	if (obstacle !== void 0) return options.logger.notice(`${obstacle}: no ${names}; the log, the job summary and the reports have all findings.`);
	const api = apiOf(options);
	const results = await Promise.allSettled(deliveries.map((delivery) => delivery(api, options)));
	for (const [index, result] of results.entries()) if (result.status === "rejected") judge(deliveries[index], result.reason, options);
}
function judge(delivery, error, { facts, logger }) {
	if (error instanceof FeatureOffError) return logger.notice(`${error.message}: no upload.`);
	if (facts.dependabot && error instanceof PermissionError) return logger.notice("Dependabot's token may only read: no comment and no upload.");
	if (delivery !== comment) throw error;
	const { message, hint } = asKnownError(error);
	logger.warning(`No comment: ${message}${hint === void 0 ? "" : `\n${hint}`}`);
}
const comment = async (api, { report, facts, inputs, logger }) => {
	if (facts.pullRequest === void 0) return;
	const commentId = String(inputs["comment-id"] ?? "");
	const done = await upsertComment(api, {
		pullRequest: facts.pullRequest,
		marker: commentMarker(commentIdentity(report, commentId)),
		formerMarker: formerCommentMarker(report.command),
		body: render("comment", report, { commentId }),
		onlyUpdate: report.outcome === "pass" && report.findings.length === 0 && report.acts.length === 0
	});
	logger.info(`Comment on pull request ${facts.pullRequest}: ${done}`);
};
const codeScanning = async (api, options) => {
	const sleep = options.sleep ?? ((ms) => setTimeout$1(ms, void 0, { signal: options.signal }));
	const folder = options.inputs["working-directory"];
	await uploadChecks(api, {
		...options,
		folder: typeof folder === "string" ? folder : ".",
		sleep
	});
};
const NAMES = /* @__PURE__ */ new Map([[comment, "comment"], [codeScanning, "upload to code scanning"]]);
async function withdraw(error, given) {
	const { pullRequest } = given.facts;
	const offline = given.explicit["offline"] ?? given.environment["ASSAY_OFFLINE"];
	const options = {
		...given,
		inputs: { offline: isOn(offline) }
	};
	if (pullRequest === void 0 || !isOn(options.explicit["comment"])) return;
	if (obstacleOf(options) !== void 0) return;
	try {
		await withdrawComment(apiOf(options), error, {
			...options,
			pullRequest
		});
	} catch (thrown) {
		options.logger.warning(`The comment of an earlier run stands: ${asKnownError(thrown).message}`);
	}
}
function isOn(raw) {
	return /^(?:true|yes)$/i.test(raw?.trim() ?? "");
}
function obstacleOf({ inputs, facts, remote }) {
	if (inputs["offline"] === true) return "This run is offline";
	if (facts.fork) return "This is a pull request from a fork, whose token may only read";
	if (remote === null) return "GITHUB_REPOSITORY names no repository";
	return remote.token === void 0 ? "There is no `token`" : void 0;
}
function apiOf(options) {
	const { command, inputs, remote, environment, clock, logger, signal } = options;
	if (remote === null) throw new UsageError("GITHUB_REPOSITORY names no repository");
	const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
	const { host } = URL.canParse(apiUrl) ? new URL(apiUrl) : { host: apiUrl };
	return createGithubApi({
		http: createGuardedHttp({
			hosts: [host],
			offline: false,
			environment,
			clock,
			logger,
			signal
		}),
		apiUrl,
		remote,
		permissions: neededPermissions(actionPermissions(command.permissions), inputs)
	});
}

// packages/action-kit/src/runner/read-inputs.ts
function readInputs(command, environment) {
	const byVariable = new Map(Object.keys(inputsOf(command)).map((name) => [variableOf(name), name]));
	const explicit = {};
	for (const variable of Object.keys(environment).sort()) {
		const value = environment[variable];
		if (!variable.startsWith("INPUT_") || value === void 0 || value === "") continue;
		explicit[byVariable.get(variable) ?? variable.slice(6).toLowerCase()] = value;
	}
	return explicit;
}
function variableOf(name) {
	return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

// packages/action-kit/src/runner/run-facts.ts
const FORK_EVENTS = /* @__PURE__ */ new Set([
	"pull_request",
	"pull_request_review",
	"pull_request_review_comment"
]);
function runFacts(event, environment) {
	const change = event?.payload["pull_request"];
	const number = isRecord(change) ? change["number"] : void 0;
	const server = environment["GITHUB_SERVER_URL"] || "https://github.com";
	const host = URL.canParse(server) ? new URL(server).hostname : "";
	return {
		fork: event !== null && FORK_EVENTS.has(event.name) && isRecord(change) && isFromFork(change),
		dependabot: environment["GITHUB_ACTOR"] === "dependabot[bot]",
		enterpriseServer: host !== "github.com" && !host.endsWith(".ghe.com"),
		idToken: Boolean(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]),
		pullRequest: typeof number === "number" && Number.isSafeInteger(number) ? number : void 0
	};
}

// packages/action-kit/src/runner/runner-logger.ts
const WRITE = {
	debug,
	info,
	notice,
	warning,
	error
};
function runnerLogger() {
	let open = false;
	const plain = createLogger((level, message) => level === "info" ? info(escapeWorkflowCommands(message)) : WRITE[level](message));
	return {
		...plain,
		group: async (title, work) => {
			if (open) {
				plain.info(title);
				return work();
			}
			open = true;
			startGroup(title);
			try {
				return await work();
			} finally {
				endGroup();
				open = false;
			}
		}
	};
}

// packages/action-kit/src/runner/run-command.ts
async function runCommand(command, environment, signal) {
	const explicit = readInputs(command, environment);
	const mask = masking();
	mask(secretsOf(command, explicit, environment));
	const logger = runnerLogger();
	const event = await readEvent(environment);
	const facts = runFacts(event, environment);
	const remote = remoteOf(environment, explicit["token"]);
	const clock = clockFrom(environment);
	const checkout = environment["GITHUB_WORKSPACE"] || process.cwd();
	const surroundings = {
		command,
		event,
		remote,
		facts,
		environment,
		clock,
		logger,
		signal
	};
	const execution = await logger.group(command.title, () => executeCommand({
		command,
		explicit,
		environment,
		host: "action",
		cwd: checkout,
		event,
		remote,
		logger,
		progress: silentProgress,
		processes: actionProcesses(logger.debug),
		clock,
		loadSections: async () => (await import("./suite2.js")).loadSections(),
		version: VERSION,
		signal,
		hide: (secret) => mask(secretForms(secret)),
		defaultReportDirectory: reportFolder(command, environment)
	})).catch(async (thrown) => {
		await withdraw(asKnownError(thrown), {
			...surroundings,
			explicit
		});
		throw thrown;
	});
	const { report } = execution;
	logger.info(render("text", report));
	annotateFindings(report);
	await writeSummary(environment["GITHUB_STEP_SUMMARY"], render("summary", report));
	const advice = idTokenAdvice(command, execution, facts);
	if (advice !== void 0) logger.notice(advice);
	const failure = await publish({
		...surroundings,
		report,
		inputs: execution.inputs
	}).then(() => void 0, (thrown) => asKnownError(thrown));
	if (failure !== void 0) printError(failure);
	return {
		exitCode: execution.exitCode === EXIT_CODES.pass && failure !== void 0 ? exitCodeOf(failure) : execution.exitCode,
		outputs: execution.outputs
	};
}
function reportFolder({ name }, environment) {
	const step = (environment["GITHUB_ACTION"] ?? "").replace(/[^\w-]/g, "_");
	return join(environment["RUNNER_TEMP"] || tmpdir(), "assay", step === "" ? name : step);
}
function masking() {
	const masked = /* @__PURE__ */ new Set();
	return (texts) => {
		for (const text of texts) if (!masked.has(text)) setSecret(text);
		for (const text of texts) masked.add(text);
	};
}
function idTokenAdvice(command, execution, facts) {
	const needed = neededPermissions(actionPermissions(command.permissions), execution.inputs);
	if (!needed.some(({ scope }) => scope === "id-token") || execution.exitCode < EXIT_CODES.usage) return void 0;
	if (facts.fork) return "This is a pull request from a fork: GitHub gives it no identity token, whatever the workflow says.";
	if (!facts.idToken) return `This job gets no identity token. Add this to it:\n${permissionsBlock(needed)}`;
	return facts.enterpriseServer ? "This is GitHub Enterprise Server: the public Sigstore instance does not know its identity tokens; name your own instance." : void 0;
}

// packages/action-kit/src/runner/run-action.ts
async function runAction(command) {
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
	let outputs = { outcome: "error" };
	const fail = (thrown) => {
		const error = asKnownError(thrown);
		printError(error);
		return exitCodeOf(error);
	};
	const finish = (exitCode) => {
		writeOutputs(command, exitCode > 1 ? {
			...outputs,
			outcome: "error"
		} : outputs);
		return endProcess(exitCode);
	};
	let ending;
	const end = (judge) => {
		ending ??= finish(judge());
		return ending;
	};
	const crash = (thrown) => void end(() => fail(thrown));
	process.on("uncaughtException", crash);
	process.on("unhandledRejection", crash);
	process.once("beforeExit", () => crash(new InternalError("The run waits for something that never comes")));
	try {
		const result = await runCommand(command, process.env, stop.signal);
		outputs = result.outputs;
		return await end(() => result.exitCode);
	} catch (thrown) {
		return end(() => fail(thrown));
	}
}

export { runAction as t };