using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Forms;
using BranchGrading.Web.Works;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Exports;

/// <summary>Makes the forms of a round for whoever may have them, and tells the audit of every file handed out.</summary>
public sealed class FormDesk(GradingDbContext db, SchoolProfile school)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Zip = "application/zip";

    /// <summary>What the viewer may fetch of a round; null where the round is hidden.</summary>
    public async Task<FormsPage?> FindAsync(int roundId, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { } round)
            return null;
        var participants = db.Participants.AsNoTracking()
            .Where(participant => participant.RoundId == round.Id && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        if (!viewer.IsDepartment)
        {
            var own = db.Committees.LedBy(viewer).Select(committee => committee.Id);
            participants = participants.Where(participant => own.Contains(participant.CommitteeId));
        }

        var branches = await participants.OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(participant => new
            {
                participant.CommitteeId,
                participant.CommitteeName,
                Branch = new FormsPage.Branch(
                    participant.Id, participant.BranchName, db.Reviews.Any(review => review.ParticipantId == participant.Id),
                    db.Reviews.Any(review => review.ParticipantId == participant.Id && review.CompletedAt != null)),
            })
            .ToListAsync(cancellationToken);
        return new FormsPage(round, viewer.IsDepartment, branches.GroupBy(row => row.CommitteeId)
            .Select(committee => new FormsPage.Unit(committee.Key, committee.First().CommitteeName, [.. committee.Select(row => row.Branch)])).ToList());
    }

    /// <summary>A form of the school, with its committees as groups.</summary>
    public async Task<WorkFile> WriteSchoolAsync(FormKind kind, FormsPage page, Work work, CancellationToken cancellationToken)
    {
        work.Report(0, 2, "正在汇总各支部的材料。");
        var write = await WriterAsync(kind, page, cancellationToken);
        work.Report(1, 2, $"正在写 {page.Branches} 个支部。");
        var name = FormNames.File(LabelOf(kind), page.Round.Year, (await school.GetAsync(cancellationToken)).UnitName);
        return await HandOutAsync(await write(null), Xlsx, name, cancellationToken);
    }

    /// <summary>A form of one committee.</summary>
    public async Task<WorkFile> WriteAsync(FormKind kind, FormsPage page, FormsPage.Unit committee, CancellationToken cancellationToken)
    {
        var write = await WriterAsync(kind, page, cancellationToken);
        return await HandOutAsync(await write(committee), Xlsx, FormNames.File(LabelOf(kind), page.Round.Year, committee.Name), cancellationToken);
    }

    /// <summary>附表3 of one branch.</summary>
    public async Task<WorkFile> WriteBranchAsync(FormsPage page, FormsPage.Branch branch, CancellationToken cancellationToken)
    {
        var papers = await db.PapersOfBranchAsync(page.Round, branch.ParticipantId, page.IsSchool, cancellationToken);
        var content = InvestigationForm.Write(
            [papers], await db.SheetAsync(page.Round, cancellationToken), page.ShowsSchoolGrade, await school.GetAsync(cancellationToken));
        return await HandOutAsync(content, Xlsx, FormNames.File(InvestigationForm.Label, page.Round.Year, branch.Name), cancellationToken);
    }

    /// <summary>All committees' workbooks of a form in one zip.</summary>
    public async Task<WorkFile> PackAsync(FormKind kind, FormsPage page, Work work, CancellationToken cancellationToken)
    {
        var write = await WriterAsync(kind, page, cancellationToken);
        var content = await FormArchive.WriteAsync(
            [.. page.Committees.Select(committee => (committee.Name, (Func<Task<byte[]>>)(() => write(committee))))], LabelOf(kind), page.Round.Year,
            (done, total) => work.Report(done, total, $"已完成 {done} / {total} 个二级党组织。"), cancellationToken);
        return await HandOutAsync(content, Zip, FormNames.File(LabelOf(kind), page.Round.Year, "各二级党组织", "zip"), cancellationToken);
    }

    /// <summary>How a form is written: of one committee, or, for none, of the school. What all committees share is loaded once.</summary>
    private async Task<Func<FormsPage.Unit?, Task<byte[]>>> WriterAsync(FormKind kind, FormsPage page, CancellationToken cancellationToken)
    {
        var settings = await school.GetAsync(cancellationToken);
        var round = page.Round;
        if (kind == FormKind.Rectification)
        {
            return async committee => RectificationForm.Write(
                await db.RectificationAsync(round, committee?.Id, settings.RectificationListsAll, cancellationToken), round, committee?.Name ?? settings.UnitName, committee is null, settings);
        }

        var sheet = await db.SheetAsync(round, cancellationToken);
        return kind == FormKind.Summary
            ? committee => Task.FromResult(SummaryForm.Write(
                sheet, committee is null ? SummaryFormScope.School : SummaryFormScope.Committee(committee.Id, page.ShowsSchoolGrade), settings))
            : async committee => InvestigationForm.Write(await db.PapersOfCommitteeAsync(round, committee!.Id, page.IsSchool, cancellationToken), sheet, page.ShowsSchoolGrade, settings);
    }

    private async Task<WorkFile> HandOutAsync(byte[] content, string contentType, string name, CancellationToken cancellationToken)
    {
        await db.RecordAsync(AuditEvent.FormExported, name, null, cancellationToken);
        return new WorkFile(content, contentType, name);
    }

    private static string LabelOf(FormKind kind) => kind switch
    {
        FormKind.Investigation => InvestigationForm.Label,
        FormKind.Summary => SummaryForm.Label,
        _ => RectificationForm.Label,
    };
}
