#!/usr/bin/env python3
"""What importing a large table of answers costs: rate and peak memory.

  tests/benchmark/import_many.py BIN_FOLDER [QUESTIONNAIRES]

Writes a table of made-up questionnaires of about 8 KB (docs/documents.md),
imports it into a registry of its own, and once more, when nothing changes.
Prints one JSON object.
"""
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

CITIES = ["Lusaka", "Bangkok", "Almaty", "Geneva", "Colombo", "Accra",
          "Budapest", "Santiago", "Tehran", "Kigali", "Vilnius", "Montevideo"]
TARGETS = ["5.2", "8.7", "8.8", "10.7", "10.c", "16.2", "16.9", "17.18"]
WORDS = """members exchanged views on labour migration remittances return
reintegration data protection children borders consular assistance visas skills
recruitment diaspora counter trafficking identity documents regional
consultation capacity training policy cooperation partners secretariat""".split()


def prose(chance, size):
    words = []
    while size > 0:
        words.append(chance.choice(WORDS))
        size -= len(words[-1]) + 1
    return " ".join(words).capitalize() + "."


def answers(number):
    chance = random.Random(number)
    meetings = "\n".join(
        f"• Meeting of {prose(chance, 60)[:-1].lower()}, "
        f"{chance.choice(CITIES)}, {chance.randrange(1, 29)} May 2016"
        for _ in range(8))
    targets = ", ".join(chance.sample(TARGETS, 4))
    yield "1", prose(chance, 900)
    yield "2A", meetings
    yield "2B", meetings.replace("2016", "2017")
    yield "3A", f"SDG targets {targets}: {prose(chance, 700)}"
    for question in ("3B", "4", "5", "6"):
        yield question, prose(chance, 1000)


def write_table(path, count):
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["mechanism", "question", "answer"])
        for number in range(count):
            for question, answer in answers(number):
                rows.writerow([f"process-{number:05}", question, answer])


def start(binaries, folder):
    log = open(f"{folder}/registry.log", "w+", encoding="utf-8")
    server = subprocess.Popen(
        [f"{binaries}/compendium-registry", "--listen_address=127.0.0.1:0",
         f"--data_dir={folder}/data"], stderr=log)
    for _ in range(300):
        log.seek(0)
        found = re.search(r'"event":"serving".*"address":"([^"]*)"', log.read())
        if found:
            return server, found.group(1)
        time.sleep(0.1)
    server.kill()
    raise SystemExit("the registry did not start")


def run_import(binaries, address, table):
    began = time.monotonic()
    with open(f"{table}.log", "w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            [f"{binaries}/compendium", "--registry", address, "--json",
             "import", table, "--round", "2016"],
            stdout=subprocess.DEVNULL, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            log.seek(0)
            raise SystemExit(log.read()[-2000:])
    return {"seconds": round(time.monotonic() - began, 2),
            "client_cpu_seconds": round(usage.ru_utime + usage.ru_stime, 2),
            "client_peak_mib": usage.ru_maxrss // 1024}


def peak_mib(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return int(re.search(r"VmHWM:\s*(\d+)", file.read()).group(1)) // 1024


def main(binaries, count=10000):
    count = int(count)
    with tempfile.TemporaryDirectory() as folder:
        table = f"{folder}/answers.csv"
        write_table(table, count)
        server, address = start(binaries, folder)
        try:
            first = run_import(binaries, address, table)
            again = run_import(binaries, address, table)
            print(json.dumps({
                "questionnaires": count,
                "table_mb": round(os.path.getsize(table) / 1e6, 1),
                "import": first, "again": again,
                "server_peak_mib": peak_mib(server.pid)}))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
