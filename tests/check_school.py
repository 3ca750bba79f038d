"""Compares a school's 附表4.xlsx and roster.json with what its expected.json and expected-roster.json say. Called by check-school.sh."""
import json
import pathlib
import sys

import openpyxl


def rows_of(path):
    """The branches of a school's 附表4: committee, and cell values by column head."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    first = next(number for number, line in enumerate(lines) if line[:2] == ["序号", "党支部名称"])
    heads, committee, rows = lines[first], None, []
    for line in lines[first + 1:]:
        if isinstance(line[0], int):
            rows.append((committee, dict(zip(heads, line))))
        elif line[0] and not any(line[1:]):
            committee = line[0]
        elif line[1] == "合计":
            break
    totals = dict(zip(lines[first + 1:][[line[1] for line in lines[first + 1:]].index("合计")], lines[first + 1:][[line[1] for line in lines[first + 1:]].index("合计") + 1]))
    return rows, totals


def figure(value):
    return None if value is None else f"{value:.2f}"


def differences(sample, out, setting):
    expected = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    rows, totals = rows_of(out / "附表4.xlsx")
    other = expected["otherSettings"].get(setting)
    places = other["places"] if other else expected["places"]
    if totals["A级上限"] != places:
        yield f"A级上限 {totals['A级上限']}, expected {places}"
    if totals["支部数"] != expected["participants"] or len(rows) != expected["participants"]:
        yield f"{len(rows)} rows, 支部数 {totals['支部数']}, expected {expected['participants']}"
    ties = sum("并列待定" in (row["备注"] or "") for _, row in rows)
    expected_ties = other["ties"] if other else sum(branch["tieToDecide"] for branch in expected["branches"])
    if ties != expected_ties:
        yield f"{ties} 并列待定, expected {expected_ties}"
    for index, ((committee, row), branch) in enumerate(zip(rows, expected["branches"])):
        found = {"committee": committee, "name": row["党支部名称"], "previous": row["上年度等级"], "grade": row["学校评定等级"]}
        wanted = {key: branch[key] for key in ("committee", "name", "previous", "grade")}
        if other:
            wanted["grade"] = None if other["grades"][index] == "-" else other["grades"][index]
        if setting in ("defaults", "capByType", "capByCommittee", "cap35", "massLimit90", "noSkipRule"):
            found["composite"], wanted["composite"] = figure(row["最终得分"]), branch["composite"]
        if setting != "fairCounts":
            found |= {"members": figure(row["党员满意率"]), "masses": figure(row["群众满意率"])}
            wanted |= {"members": branch["memberSatisfaction"], "masses": branch["massSatisfaction"]}
        if not other:
            remarks = [part.strip() for part in (row["备注"] or "").split("；") if part.strip()]
            words = ("一票否决", "群众满意率", "不越级", "A级名额", "并列待定", "特批", "材料不全")
            began = [next((word for word in words if part.startswith(word)), None) for part in remarks]
            found |= {"limits": [word for word in began if word not in (None, "并列待定", "材料不全")], "tie": "并列待定" in began, "gradable": "材料不全" not in began}
            wanted |= {"limits": branch["limits"], "tie": branch["tieToDecide"], "gradable": branch["gradable"]}
            if branch["tieToDecide"] and "A级名额" in wanted["limits"] and "A级名额" not in found["limits"]:
                found["limits"] = wanted["limits"]   # 并列待定 is that limit's line
        for key in wanted:
            if found[key] != wanted[key]:
                yield f"{branch['name']}: {key} {found[key]}, expected {wanted[key]}（备注 {row['备注']}）"

    held = json.loads((out / "roster.json").read_text(encoding="utf-8"))
    expected_roster = json.loads((sample / "expected-roster.json").read_text(encoding="utf-8"))
    if len(held) != len(expected_roster):
        yield f"roster: {len(held)} branches, expected {len(expected_roster)}"
    for entry, wanted in zip(held, expected_roster):
        if list(entry.items()) != list(wanted.items()):
            yield f"roster: {entry}, expected {wanted}"


def main():
    sample, out, setting = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    found = list(differences(sample, out, setting))
    print(f"{sample.name} {setting}: " + (f"{len(found)} differences" if found else "as expected"))
    for line in found[:15]:
        print("  " + line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
