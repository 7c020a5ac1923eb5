"""The command line: its verbs, its JSON, its exit codes, and its one sentence for every failure."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

import editor.__main__
from editor.__main__ import VERBS
from editor.__main__ import run as run_program
from editor.cli import program
from editor.drafting.commands import MarkDifference, SetText, TakeSnapshot
from editor.paths import resources, templates
from editor.plan.project import Mark
from editor.storage import load_project, save_project

EXAMPLES = resources() / "examples"
PROVINCE, CITY, COUNTY = (str(EXAMPLES / f"{name}.txt") for name in ("province", "city", "county"))
LOCALITY = str(templates() / "localities" / "shifan.toml")


@pytest.fixture
def run(capsysbinary):
    """Runs the command line; gives back its exit code, standard output and standard error."""

    def call(*words):
        code = run_program([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call


@pytest.fixture
def run_json(run):
    """Runs a verb with --json; gives back the object, after a look at the exit code."""

    def call(*words, code=0):
        got, out, err = run(*words, "--json")
        assert (got, err) == (code, "")
        return json.loads(out)

    return call


@pytest.fixture
def project(run, tmp_path):
    """A project made from the example's plans, an existing county plan taken in."""
    path = tmp_path / "draft.chengqi"
    assert run("draft", PROVINCE, "-o", path, "--locality", LOCALITY, "--local", COUNTY)[0] == 0
    return path


def test_outline_says_what_was_recognised(run_json):
    form = run_json("outline", PROVINCE)
    assert form["format"] == 1
    assert len(form["measures"]) == 35
    assert form["document_number"] == "示政办发〔2026〕3号"
    assert form["characters"]["in"] == form["characters"]["placed"] + form["characters"]["set_aside"]
    first = form["measures"][0]
    assert {
        "id",
        "section",
        "level",
        "number",
        "heading",
        "text",
        "assignments",
        "deadline",
        "deadlines_in_text",
        "leader",
        "lines",
    } <= set(first)
    assert [told["date"] for told in first["deadlines_in_text"]] == ["2026-12-31"]
    assert first["section"] in {section["id"] for section in form["sections"]}


def test_outline_for_people_names_every_measure(run):
    code, out, err = run("outline", CITY)
    assert (code, err) == (0, "")
    assert "1.加密乡村信息网络" in out
    assert "characters read" in out


def test_compare_keeps_both_texts(run_json):
    form = run_json("compare", PROVINCE, COUNTY)
    wordings = {measure["id"]: _wording(measure) for measure in run_json("outline", PROVINCE)["measures"]}
    locals_ = {measure["id"]: _wording(measure) for measure in run_json("outline", COUNTY)["measures"]}
    assert form["pairs"]
    for each in form["diffs"]:
        old = "".join(wordings[id] for id in each["parents"])
        assert "".join(text for op, text in each["ops"] if op in "=-<") == old
        assert "".join(text for op, text in each["ops"] if op in "=+>") == locals_[each["local"]]
    assert {pair["relation"] for pair in form["pairs"]} <= {"verbatim", "adapted", "localized", "new"}


def test_compare_for_people_says_how_sure_a_pair_is(run):
    code, out, err = run("compare", PROVINCE, COUNTY)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert any(line.startswith("6 ← 6、31  adapted, merged  ") for line in lines)
    assert any(line.startswith("22 ← 22  adapted, moved, to be confirmed  ") for line in lines)
    assert "1: 12个自然村的通信盲点 added" in lines


def _wording(measure):
    return f"{measure['heading']}。{measure['text']}" if measure["heading"] else measure["text"]


def test_draft_adopting_all_copies_every_measure(run_json, tmp_path):
    path = tmp_path / "draft.chengqi"
    form = run_json("draft", PROVINCE, CITY, "-o", path, "--locality", LOCALITY, "--adopt", "all")
    assert [parent["id"] for parent in form["parents"]] == ["parent1", "parent2"]
    assert form["counts"]["measures"] == sum(parent["measures"] for parent in form["parents"])
    assert form["counts"]["undecided"] == 0
    assert run_json("info", path)["counts"] == form["counts"]


def test_the_project_holds_the_original_sources(project):
    with zipfile.ZipFile(project) as archive:
        sources = [name for name in archive.namelist() if name.startswith("sources/")]
        assert [archive.read(name) for name in sources] == [
            Path(path).read_bytes() for path in (PROVINCE, COUNTY)
        ]


def test_coverage_decides_or_leaves_undecided_every_parent_measure(run_json, project):
    form = run_json("coverage", project)
    assert [measure["number"] for measure in form["measures"]] == [str(n) for n in range(1, 36)]
    undecided = [measure for measure in form["measures"] if measure["disposition"] == "undecided"]
    assert form["undecided"] == len(undecided)
    assert form["sentences"]


def test_check_says_every_finding_with_its_rule(run, project):
    code, out, _ = run("check", project, "--json")
    form = json.loads(out)
    assert code == any(issue["severity"] == "error" for issue in form["issues"])
    assert {"code", "severity", "message", "source", "strength", "place", "fix"} <= set(form["issues"][0])


def test_check_exits_1_with_errors_and_0_without(run, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text(
        "关于示范的实施方案\n一、任务\n1.甲事。做好甲事。\n1.乙事。做好乙事。\n3.丙事。做好丙事。\n", "utf-8"
    )
    code, out, _ = run("check", bad)
    assert code == (1 if "✗" in out else 0)
    assert run("check", PROVINCE)[0] == 0


def test_rebase_tells_what_is_to_review(run_json, run, project, tmp_path):
    new, out = tmp_path / "new.txt", tmp_path / "rebased.chengqi"
    text = Path(PROVINCE).read_text("utf-8")
    new.write_text(text.replace("一般事项3个工作日内办结", "一般事项2个工作日内办结"), "utf-8")
    before = project.read_bytes()
    form = run_json("rebase", project, new, "-o", out)
    (suspect,) = form["suspect"]
    assert "3个工作日" in suspect["old_parent"]
    assert "2个工作日" in suspect["new_parent"]
    assert "2个工作日内办结" in suspect["proposal"]
    assert suspect["clean"] is True
    assert form["new_parents"] == form["removed_parents"] == []
    assert project.read_bytes() == before
    assert run_json("rebase", out, new)["suspect"] == form["suspect"]
    assert run_json("rebase", out, PROVINCE)["suspect"] == []
    code, said, err = run("rebase", project, new)
    assert (code, err) == (0, "")
    assert suspect["proposal"] in said
    assert run("rebase", project, project)[0] == 2


def test_export_writes_notice_and_ledger(run_json, project, tmp_path):
    notice, ledger = tmp_path / "notice.docx", tmp_path / "ledger.xlsx"
    form = run_json("export", project, "-o", notice, "--ledger", ledger)
    assert [file["agrees"] for file in form["files"]] == [True, True]
    local = run_json("outline", notice)
    drafted = run_json("outline", COUNTY)
    assert [measure["text"] for measure in local["measures"]] == [
        measure["text"] for measure in drafted["measures"]
    ]
    assert openpyxl.load_workbook(ledger).active.max_row > len(drafted["measures"])


def test_export_writes_what_goes_with_the_notice(run_json, project, tmp_path):
    paths = {
        "--table": tmp_path / "table.docx",
        "--redline": tmp_path / "redline.docx",
        "--per-unit": tmp_path / "units",
        "--website": tmp_path / "notice.html",
    }
    words = [word for pair in paths.items() for word in pair]
    form = run_json("export", project, "-o", tmp_path / "notice.docx", *words)
    assert all(file["agrees"] for file in form["files"]), form["files"]
    assert all(path.exists() for path in paths.values())
    units = [file for file in form["files"] if Path(file["path"]).parent == tmp_path / "units"]
    assert len(units) == form["files"][0]["units"]


def test_compare_writes_redline_and_table(run_json, tmp_path):
    redline, table = tmp_path / "redline.docx", tmp_path / "table.xlsx"
    form = run_json("compare", PROVINCE, COUNTY, "--redline", redline, "--table", table)
    assert form["diffs"]
    assert [file["agrees"] for file in form["files"]] == [True, True]
    with zipfile.ZipFile(redline) as archive:
        assert b"<w:ins " in archive.read("word/document.xml")
    parents = len(run_json("outline", PROVINCE)["measures"])
    assert openpyxl.load_workbook(table).active.max_row > parents


@pytest.fixture
def revised(project):
    """The project with a snapshot, and one measure rewritten since."""
    draft = TakeSnapshot("初稿", "2026-03-02").apply(load_project(project))
    measure = draft.local.measures[2]
    save_project(SetText(measure.id, f"{measure.text}每季度通报一次。").apply(draft), project)
    return project


def test_changes_since_a_snapshot_are_told_and_written(run_json, run, revised, tmp_path):
    path = tmp_path / "changes.docx"
    form = run_json("changes", revised, "--since", "初稿", "-o", path)
    assert form["since"] == {"name": "初稿", "date": "2026-03-02"}
    assert form["summary"] == {"added": 0, "removed": 0, "reworded": 1, "moved": 0, "details": 0}
    assert ["+", "每季度通报一次。"] in form["reworded"][0]["ops"]
    assert [(file["agrees"], file["against"]) for file in form["files"]] == [(True, "初稿")]
    code, said, err = run("changes", revised, "--since", "初稿")
    assert (code, err) == (0, "")
    assert "修改文字1条" in said
    code, said, err = run("changes", revised, "--since", "送审稿")
    assert (code, said) == (2, "")
    assert "初稿" in err


def test_reviewers_marks_are_told_and_written(run_json, run, project, tmp_path):
    code, said, err = run("marks", project)
    assert (code, said, err) == (0, "没有标注。\n", "")
    draft = load_project(project)
    measure = draft.local.measures[0]
    mark = Mark(measure=measure.id, parent="parent1", old="全省", new="全县", verdict="to_ask", note="问省厅")
    save_project(MarkDifference(mark).apply(draft), project)
    path = tmp_path / "marks.xlsx"
    form = run_json("marks", project, "-o", path)
    assert form["summary"] == {"to_ask": 1}
    assert form["marks"][0]["local_number"] == measure.number
    assert {key: form["marks"][0][key] for key in ("old", "new", "verdict", "note", "is_there")} == {
        "old": "全省",
        "new": "全县",
        "verdict": "to_ask",
        "note": "问省厅",
        "is_there": False,
    }
    assert [(file["agrees"], file["path"]) for file in form["files"]] == [(True, str(path))]
    code, said, err = run("marks", project)
    assert (code, err) == (0, "")
    assert "需请示1处" in said
    assert "全省 → 全县  问省厅" in said


def test_export_compares_with_a_snapshot_or_the_superior_plan_named(run_json, run, revised, tmp_path):
    redline, changes = tmp_path / "redline.docx", tmp_path / "changes.xlsx"
    words = ["export", revised, "-o", tmp_path / "notice.docx", "--redline", redline, "--author", "示范同志"]
    form = run_json(*words, "--changes", changes, "--since", "初稿")
    assert [file["against"] for file in form["files"]] == ["", "初稿", "初稿"]
    assert all(file["agrees"] for file in form["files"])
    with zipfile.ZipFile(redline) as archive:
        assert "示范同志" in archive.read("word/document.xml").decode()
    form = run_json(*words, "--against", "province.txt", "--since", "初稿")
    assert form["files"][1]["against"] == run_json("outline", PROVINCE)["title"]
    (tmp_path / "notice.docx").unlink()
    for wrong in (("--against", "另一份"), ("--since", "送审稿"), ("--changes", changes)):
        code, out, err = run(*words, *wrong)
        assert (code, out, len(err.strip().splitlines())) == (2, "", 1)
    assert not (tmp_path / "notice.docx").exists()


def test_demo_does_the_whole_job(run_json, tmp_path):
    form = run_json("demo", "-o", tmp_path / "demo")
    written = [Path(file["path"]) for file in form["files"]]
    assert [path.suffix for path in written] == [".docx", ".xlsx"]
    assert all(path.is_file() for path in (*written, Path(form["project"])))
    assert form["undecided"] == 0


@pytest.mark.parametrize("verb", ["outline", "check", "info", "coverage"])
def test_a_missing_file_is_one_sentence_and_exit_code_2(run, tmp_path, verb):
    code, out, err = run(verb, tmp_path / "nowhere.txt")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "nowhere.txt" in err


BAD = {
    "empty.txt": b"",
    "bomb.docx": None,
    "truncated.docx": b"PK\x03\x04" + bytes(100),
    "encrypted.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
    "junk.bin": bytes(range(256)) * 40,
}


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(100 * 2**20))
    return buffer.getvalue()


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("verb", ["outline", "check"])
def test_unreadable_files_are_one_sentence_and_exit_code_2(run, tmp_path, name, verb):
    path = tmp_path / name
    path.write_bytes(BAD[name] if BAD[name] is not None else _bomb())
    code, out, err = run(verb, path, "--json")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert name in err


def test_a_huge_file_is_refused_without_being_read(run, tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(500 * 2**20)
    code, _, err = run("outline", path)
    assert code == 2
    assert "huge.txt" in err


def test_a_project_of_a_newer_version_is_refused(run, project):
    with zipfile.ZipFile(project) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["project.json"] = json.dumps(json.loads(entries["project.json"]) | {"format": 99}).encode()
    with zipfile.ZipFile(project, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    code, _, err = run("info", project)
    assert code == 2
    assert "newer version" in err


def test_a_folder_that_is_missing_leaves_nothing_behind(run, tmp_path, project):
    code, _, err = run("export", project, "-o", tmp_path / "nowhere" / "notice.docx")
    assert code == 2
    assert "notice.docx" in err
    assert not (tmp_path / "nowhere").exists()


def test_a_file_open_in_another_program_is_left_alone_and_another_name_offered(run, project, tmp_path):
    table = tmp_path / "分工表.docx"
    table.write_bytes(b"open")
    (tmp_path / "~$分工表.docx").write_bytes(b"")
    code, _, error = run("export", project, "-o", tmp_path / "通知.docx", "--ledger", table)
    assert code == 2
    assert "分工表-2.docx" in error
    assert table.read_bytes() == b"open"
    assert not (tmp_path / "通知.docx").exists()


def test_a_full_disk_leaves_the_old_file_whole(run, project, tmp_path, monkeypatch):
    notice = tmp_path / "notice.docx"
    notice.write_bytes(b"the former notice")
    resource = pytest.importorskip("resource", reason="no limit on file sizes can be set on this system")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        code, _, err = run("export", project, "-o", notice)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code == 2
    assert "notice.docx" in err
    assert notice.read_bytes() == b"the former notice"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []


@pytest.mark.parametrize(
    "words",
    [
        ["draft"],
        ["outline"],
        ["export", "x.chengqi"],
        ["compare", "only-one.txt"],
        ["outline", "--nonsense", "x"],
    ],
)
def test_bad_usage_is_exit_code_2(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err


def test_the_window_opens_for_a_file_and_for_nothing(run, monkeypatch):
    opened = []
    monkeypatch.setattr(editor.__main__, "open_window", lambda file: opened.append(file) or 0)
    assert run("plan.docx")[0] == 0
    assert run()[0] == 0
    assert opened == [Path("plan.docx"), None]


def test_every_verb_is_known_before_the_rooms_are_loaded():
    assert sorted(program.commands) == list(VERBS)


def test_the_help_speaks_chinese():
    words = [sys.executable, "-m", "editor", "--help"]
    shown = subprocess.run(
        words, capture_output=True, env=os.environ | {"CHENGQI_LANGUAGE": "zh_CN"}, check=True
    )
    assert "示例" in shown.stdout.decode("utf-8")


def test_the_window_starts_without_loading_what_it_needs_later():
    script = "import sys, editor.__main__, editor.ui.main_window; print(*sys.modules)"
    loaded = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
        .stdout.decode()
        .split()
    )
    assert not {"docx", "openpyxl", "rjieba", "pypinyin", "lxml", "click", "rapidfuzz"} & set(loaded)
