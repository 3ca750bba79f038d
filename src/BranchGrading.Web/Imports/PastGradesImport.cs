using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>历史等级: what branches were graded in earlier years.</summary>
public sealed class PastGradesImport(GradingDbContext db) : IImport
{
    private const string Year = "年度";
    private const string GradeColumn = "等级";
    private const string Note = "备注";

    private OpenRounds? _open;

    public string Kind => "past-grades";

    public string Title => "导入历史等级";

    public string Purpose => "带入以前各年度的等级，用来判断「不越级晋升」和比较升降。支部须已在名册中。";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Year, true) { Width = 8, Hint = "评定的年度，如 2011" },
        new(RosterColumns.Committee, true, RosterColumns.CommitteeAliases) { Width = 26, Hint = "与上一行相同时可以留空" },
        new(RosterColumns.Branch, true, RosterColumns.BranchAliases) { Width = 32 },
        new(GradeColumn, true) { Width = 8, Hint = "A、B、C、D，或先进、较好、一般、后进" },
        new(Note, false) { Width = 30 },
    ];

    public IReadOnlyList<IReadOnlyList<string>> Examples { get; } = [["2011", "材料学院党委", "材料学院教工第一党支部", "B", ""], ["2011", "", "材料学院学生第一党支部", "先进", ""]];

    public IReadOnlyList<string> Notes { get; } = ["同一支部同一年度只能有一行。", "由本系统定级的年度不能用导入修改。"];

    public AuditEvent Event => AuditEvent.PastGradesImported;

    public bool NeedsRound => false;

    public string AddressAfter(int? roundId) => "/committees";

    public async Task<ImportReport> RunAsync(ImportTable table, ImportContext context, CancellationToken cancellationToken)
    {
        // Only what is written holds anybody up, not what is merely shown.
        _open = db.Database.CurrentTransaction is null ? null : await OpenRounds.HoldAfterAsync(db, PastGrade.FirstYear, cancellationToken);
        var lookup = await OrganisationLookup.LoadAsync(db, cancellationToken);
        var grades = await db.PastGrades.ToDictionaryAsync(grade => (grade.BranchId, grade.Year), cancellationToken);
        var running = await db.Rounds.Where(round => round.OpenedAt != null && round.Publication!.FinalAt == null).Select(round => round.Year).ToListAsync(cancellationToken);
        var rowsInFile = new Dictionary<(int, int), int>();
        string? above = null;
        var rows = new List<RowReport>();
        foreach (var line in table.Rows)
        {
            var row = new RowReport(line, table.Has);
            rows.Add(row);
            var year = row.Read(Year, cell => ReadYear(cell, context.Today.Year));
            if (year is { } asked && running.Contains(asked))
                row.Error(Year, $"{asked} 年度正在评定，等级由评定产生，不能导入");
            var committeeName = row.Cell(RosterColumns.Committee).IsBlank && above is not null ? above : row.ReadName(RosterColumns.Committee, Committee.NameMaxLength);
            (above, row.Committee) = (committeeName, committeeName ?? "");
            var branchName = row.ReadName(RosterColumns.Branch, Branch.NameMaxLength);
            row.Branch = branchName ?? "";
            var grade = row.Read(GradeColumn, GradeText.Read);
            if (grade is null && row.Cell(GradeColumn).IsBlank)
                row.Error(GradeColumn, "没有填写等级");
            var note = row.Read(Note, cell => PlainText.Read(cell, PastGrade.NoteMaxLength));
            var committee = committeeName is null ? null : lookup.Committee(committeeName);
            if (committeeName is not null && committee is null)
                row.Error(RosterColumns.Committee, $"名册里没有「{committeeName}」");
            var branch = committee is null || branchName is null ? null : lookup.Branch(committee, branchName);
            if (committee is not null && branchName is not null && branch is null)
                row.Error(RosterColumns.Branch, $"「{committee.Name}」里没有「{branchName}」");
            if (branch is not null && year is { } told && !rowsInFile.TryAdd((branch.Id, told), row.Number))
                row.Error(RosterColumns.Branch, $"第 {rowsInFile[(branch.Id, told)]} 行已经写了这个支部 {told} 年的等级");
            if (row.HasErrors)
                continue;
            Write(row, grades, branch!, year!.Value, grade!.Value, note);
        }

        return new ImportReport(rows, table.IgnoredColumns);
    }

    /// <summary>A grade of an earlier year may forbid what an open round has decided (§3.7).</summary>
    public async Task VerifyAsync(ImportContext context, CancellationToken cancellationToken)
    {
        if (_open is not null && await _open.WhyBrokenAsync(cancellationToken) is { } why)
            throw new RuleViolationException($"没有写入：写入以后，{why}。");
    }

    private void Write(RowReport row, Dictionary<(int, int), PastGrade> grades, Branch branch, int year, Grade grade, string? note)
    {
        if (!grades.TryGetValue((branch.Id, year), out var known))
        {
            row.New($"{year} 年 {grade} {grade.Word()}");
            db.Add(new PastGrade(branch, year, grade, note));
        }
        else if (known.RoundId is not null)
        {
            if (known.Grade != grade)
                row.Error(GradeColumn, $"{year} 年的等级由本系统评定为 {known.Grade}，不能用导入修改");
        }
        else
        {
            row.Compare($"{year} 年等级", known.Grade, grade);
            row.Compare("备注", known.Note, note);
            known.Correct(grade, note);
        }
    }

    private static Reading<int?> ReadYear(ImportCell cell, int thisYear)
    {
        if (cell.WhyUnreadable is { } why)
            return new Reading<int?>(null, why);
        var text = cell.Text.Trim().TrimEnd('年');
        if (text.Length == 0)
            return new Reading<int?>(null, "没有填写年度");
        return int.TryParse(text, out var year) && year >= PastGrade.FirstYear && year <= thisYear
            ? new Reading<int?>(year)
            : new Reading<int?>(null, $"「{cell.Text}」不是年度，请写四位数字，如 2011");
    }
}
