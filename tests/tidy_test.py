#!/usr/bin/env python3
"""House rules that no compiler knows; prints every breach and exits 1."""
import re
import subprocess
import sys

FILES = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
    capture_output=True, text=True, check=True).stdout.splitlines()

# Source files without a test of their own name beside them, and why.
EXEMPT_FROM_UNIT_TESTS = {
    "main": "starts the program; the end-to-end tests run it",
}

# (pattern, reason, paths that are allowed to)
BANNED = [
    (r"\bstd::string_view\b", "absl::string_view does not convert to it",
     r"$^"),
    (r"\babsl::Mutex\b|absl/synchronization/mutex\.h", "blinds TSan; base::Mutex",
     r"lib/rpc/process\.cc|lib/base/mutex\.h|cli/main\.cc"),
    (r"\bstd::(mutex|condition_variable)\b", "base::Mutex is annotated",
     r"lib/base/mutex\.h"),
    (r"\babsl::Now\(|system_clock::now|steady_clock::now", "time is injected",
     r"lib/base/clock\.cc|lib/rpc/|tests/|cli/"),
    (r"\bstd::views\b|<format>|\bstd::regex\b", "does not build or not linear here",
     r"$^"),
    (r"\bsleep_for\b|\busleep\(|\bsleep\(", "wait on a condition", r"tests/benchmark/"),
    (r"\bthrow\b\s+\w", "nothing throws", r"$^"),
    (r"\.detach\(\)", "threads belong to objects", r"$^"),
    (r"\bDISABLED_", "a test runs or goes", r"$^"),
    (r"\bTODO(?!\(issue)", "name the issue", r"$^"),
]

problems = []


def problem(path, line, what):
    problems.append(f"{path}:{line}: {what}")


def without_comments(text):
    text = re.sub(r"//[^\n]*", "", text)
    return re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text,
                  flags=re.S)


def check_source(path, text):
    lines = text.splitlines()
    if not lines or lines[0] != "// SPDX-License-Identifier: Apache-2.0":
        problem(path, 1, "wants the SPDX line first")
    is_test = bool(re.search(r"_test\.cc$|_fuzz\.cc$|^tests/", path))
    limit = 800 if is_test else 500
    if len(lines) > limit:
        problem(path, len(lines), f"has {len(lines)} lines, wants at most {limit}")
    if path.endswith(".h") and "#pragma once" not in text:
        problem(path, 1, "wants #pragma once")
    code = without_comments(text)
    for number, line in enumerate(code.splitlines(), 1):
        for pattern, reason, allowed in BANNED:
            if re.search(pattern, line) and not re.search(allowed, path):
                problem(path, number, f"{pattern}: {reason}")
        include = re.match(r'#include "([^"]+)"', line)
        if include:
            check_include(path, number, include.group(1))


def check_include(path, number, target):
    order = ["lib/base", "lib/domain", "lib/document", "lib/extract",
             "lib/request", "lib/words", "lib/json", "lib/publish",
             "lib/findings", "lib/curation", "lib/report", "lib/rpc",
             "lib/connect", "services/", "cli/", "tests/"]

    def level(name):
        if name.startswith(("lib/convert", "lib/document", "lib/extract",
                            "lib/http", "lib/request", "lib/words", "lib/json")):
            return 2
        for index, prefix in enumerate(order):
            if name.startswith(prefix):
                return index
        return -1
    if re.match(r"(tests/|.*_test\.cc|.*_fuzz\.cc)", path):
        return
    if level(target) > level(path) >= 0:
        problem(path, number, f"includes {target}: arrows point one way")
    for a, b in (("registry", "reporting"), ("reporting", "registry")):
        if path.startswith(f"services/{a}/") and target.startswith(f"services/{b}/"):
            problem(path, number, f"includes {target}: services meet in proto/")
    if "grpcpp" in target and not path.startswith(
            ("lib/rpc", "lib/connect", "cli", "services")):
        problem(path, number, "gRPC only at the rim")


def check_has_test(path, known):
    stem = re.sub(r"\.cc$", "", path)
    name = stem.rsplit("/", 1)[-1]
    if re.search(r"_(test|fuzz)$", name) or name in EXEMPT_FROM_UNIT_TESTS:
        return
    if not path.startswith("lib/"):
        return  # services and cli: their folders' tests hold them together
    folder = path.rsplit("/", 1)[0]
    if not any(f.startswith(folder + "/") and f.endswith("_test.cc") for f in known):
        problem(path, 1, "its folder has no test")


def check_flag_table():
    """deploy/README.md has one row for each flag of each daemon."""
    table = "deploy/README.md"
    flag = re.compile(r"ABSL_FLAG\(\s*[\w:<>, ]+?,\s*(\w+),")
    defined = set()
    for path in FILES:
        if not re.match(r"services/[^/]+/.*\.cc$", path):
            continue
        with open(path, encoding="utf-8") as file:
            program = "compendium-" + path.split("/")[1]
            defined |= {(program, name) for name in flag.findall(file.read())}
    with open(table, encoding="utf-8") as file:
        rows = re.findall(r"^\| `([\w-]+)` \| `--(\w+)` \|", file.read(), re.M)
    for program, name in sorted(defined - set(rows)):
        problem(table, 1, f"wants a row for --{name} of {program}")
    for program, name in sorted(set(rows) - defined):
        problem(table, 1, f"{program} has no flag --{name}")
    for program, name in sorted({row for row in rows if rows.count(row) > 1}):
        problem(table, 1, f"has --{name} of {program} twice")


def main():
    known = set(FILES)
    for path in FILES:
        if path.startswith(("node_modules", "build")):
            continue
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        if path.endswith((".cc", ".h")):
            check_source(path, text)
            if path.endswith(".cc"):
                check_has_test(path, known)
        if path.endswith("CMakeLists.txt") and not text.startswith("#") \
                and path not in ("lib/CMakeLists.txt", "services/CMakeLists.txt"):
            problem(path, 1, "wants the folder's sentence as first line")
        if path == "README.md" and text.count("\n") > 150:
            problem(path, 150, "wants at most 150 lines")
        if path.endswith("/main.cc") and text.count("\n") > 80:
            problem(path, 80, "main wants at most 80 lines")
    check_flag_table()
    for line in problems:
        print(line)
    print(f"tidy_test: {len(FILES)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
