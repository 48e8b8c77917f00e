#!/usr/bin/env python3
"""Runs clang-tidy over our sources, a library at a time; exits 1 on a finding.

clang-tidy's time goes to the headers of others, again for each file. So the
sources of a library are joined to one file, and checked with the flags of the
build in the folder that is given.
"""
import collections
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

FOLDER = os.path.abspath("build/tidy")


def own_sources():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard",
         "lib/*.cc", "services/*.cc", "cli/*.cc"],
        capture_output=True, text=True, check=True).stdout.splitlines()
    return {os.path.abspath(path) for path in listed
            if not re.search(r"_(test|fuzz)\.cc$", path)}


def libraries(build, wanted):
    """{(library, flags of the compiler): its sources}"""
    found = collections.defaultdict(set)
    with open(f"{build}/compile_commands.json", encoding="utf-8") as file:
        for entry in json.load(file):
            if entry["file"] not in wanted:
                continue
            words = shlex.split(entry["command"])
            output = words.index("-o")
            first = next(i for i, word in enumerate(words) if word[0] == "-")
            library = os.path.dirname(words[output + 1])
            found[library, tuple(words[first:output])].add(entry["file"])
    return found


def join(sources):
    """The lines of all sources, and (source, number) of each.

    To include the sources would not do: clang's analyzer and the check for
    unused `using` look at nothing but the main file.
    """
    lines, places = [], []
    for source in sources:
        with open(source, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                lines.append(line)
                places.append((source, number))
    return lines, places


def check(sources, flags):
    """What clang-tidy has to say: nothing, if all is well."""
    lines, places = join(sources)
    # Below the project, where clang-tidy finds its configuration.
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".cc",
                                     dir=FOLDER) as unit:
        unit.writelines(lines)
        unit.flush()
        run = subprocess.run(
            ["clang-tidy", "--quiet", unit.name, "--", *flags], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    # Two sources may have different things of one name: no finding, and the
    # compiler itself warns of what is wrong with one.
    if "[clang-diagnostic-" in run.stdout and len(sources) > 1:
        half = len(sources) // 2
        return check(sources[:half], flags) + check(sources[half:], flags)
    # It counts what it found in headers of others and does not show.
    said = re.sub(r"^\d+ warnings?( and \d+ errors?)? generated\.\n", "",
                  run.stdout, flags=re.M)
    if run.returncode != 0 and not said:
        said = f"{sources[0]}: clang-tidy ended with {run.returncode}\n"

    def place(match):
        source, number = places[int(match.group(1)) - 1]
        return f"{source}:{number}:"
    return re.sub(re.escape(unit.name) + r":(\d+):", place, said)


def main(build):
    os.makedirs(FOLDER, exist_ok=True)
    wanted = own_sources()
    found = libraries(build, wanted)
    failed = False
    for path in sorted(wanted.difference(*found.values())):
        print(f"{path}: is in no library")
        failed = True
    # The longest first, so that all processors end together.
    longest = sorted(found.items(), reverse=True,
                     key=lambda item: sum(map(os.path.getsize, item[1])))
    cores = len(os.sched_getaffinity(0))
    with concurrent.futures.ThreadPoolExecutor(cores) as pool:
        for said in pool.map(lambda item: check(sorted(item[1]), item[0][1]),
                             longest):
            sys.stdout.write(said)
            sys.stdout.flush()
            failed = failed or bool(said)
    print(f"clang-tidy: {len(wanted)} sources of {len(found)} libraries")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
