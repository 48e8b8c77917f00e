#!/usr/bin/env python3
"""Prints medians of a comparison and the ratios that the marks are set for.

usage: ratios.py COMPARE.jsonl

Each ratio is taken within a round, on the same state of the machine, then the
median over the rounds with the least and the most. Where several may stand for
the other side it is the one that is best in the median: the best of each round
would be the luckiest."""
import json
import statistics
import sys


def load(path):
    runs = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            run = json.loads(line)
            runs.setdefault((run["bench"], run["key"]), []).append(run)
    return runs


def find(runs, bench, key):
    for (run_bench, run_key), found in runs.items():
        if run_bench == bench and run_key == key:
            return found
    return []


def spread(values):
    return (f"{statistics.median(values):.2f} "
            f"[{min(values):.2f}–{max(values):.2f}]")


def ratio(runs, title, ours, theirs, field, mark):
    a, b = find(runs, *ours), [find(runs, *key) for key in theirs]
    if not a or not all(b):
        print(f"| {title} | not measured | {mark} |")
        return
    def median(found):
        return statistics.median(run[field] for run in found)
    best = (max if field == "ops_s" else min)(b, key=median)
    values = [x[field] / y[field] for x, y in zip(a, best)]
    print(f"| {title} | {spread(values)} | {mark} |")


def main(path):
    runs = load(path)
    print("| run | operations/s | p50 ms | p99 ms | server CPU µs |\n"
          "|---|---|---|---|---|")
    for (bench, key), found in sorted(runs.items()):
        def median(field, scale=1.0):
            values = [r[field] / scale for r in found if field in r]
            return f"{statistics.median(values):.4g}" if values else ""
        print(f"| {bench} {key} | {median('ops_s')} | {median('p50_us', 1e3)} "
              f"| {median('p99_us', 1e3)} | {median('srv_cpu_us')} |")
    print("\n| ratio | median [least–most] | mark |\n|---|---|---|")
    for n in (1, 8, 64):
        group = f"if{n}/ch{4 if n > 4 else 1}"
        ours = ("compendium", f"put/{group}")
        ratio(runs, f"puts {n}: ours ÷ etcd", ours,
              [("etcd", f"put/{group}")], "ops_s", "≥ 1.2" if n == 64 else "")
        ratio(runs, f"puts {n}: ours ÷ best probe", ours,
              [("echo", f"{label}/put/cq/{group}")
               for label in ("store1", "store1f", "store2")], "ops_s",
              "≥ 0.8" if n == 64 else "")
        ratio(runs, f"puts {n}: ours ÷ RocksDB queue", ours,
              [("rocksdb", f"write/queue/w{n}/b64+single-copy")], "ops_s", "")
        ratio(runs, f"puts {n}: ours ÷ PostgreSQL", ours,
              [("pg", f"upsert/loghist/c{n}")], "ops_s", "")
    for n in (1, 8, 64):
        group = f"if{n}/ch{4 if n > 4 else 1}"
        ours = ("compendium", f"get/{group}")
        ratio(runs, f"gets {n}: ours ÷ gRPC echo", ours,
              [("echo", f"cb/get/cq/{group}")], "ops_s", "≥ 0.8")
        ratio(runs, f"gets {n}: ours ÷ etcd", ours,
              [("etcd", f"get/{group}")], "ops_s", "≥ 1.5")
        ratio(runs, f"gets {n}: ours ÷ PostgreSQL", ours,
              [("pg", f"get/c{n}")], "ops_s", "")
    for n in (1, 8, 64):
        for field in ("p50_us", "p99_us"):
            ratio(runs, f"watch {n} watchers, {field[:3]}: ours ÷ etcd",
                  ("compendium", f"watch/w{n}/rate200"),
                  [("etcd", f"watch/w{n}/rate200/8192")], field,
                  "≤ 1" if field == "p50_us" else "")
    visible = find(runs, "compendium", "visible/rate500")
    if visible:
        values = [run["p99_us"] / 1e3 for run in visible]
        print(f"| visible at 500 writes/s, p99 ms | {spread(values)} | ≤ 20 |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
