using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.HandIns;
using BranchGrading.Web.Attachments;

namespace BranchGrading.Web.Exports;

/// <summary>Makes the forms that a committee hands in, freezes them, and gives back what was frozen.</summary>
public sealed class HandInDesk(GradingDbContext db, SchoolProfile school, AttachmentDesk attachments, AttachmentStore store, SchoolClock clock)
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Makes both forms, lays them down and hands them in.</summary>
    /// <param name="unit">What the officer saw.</param>
    /// <param name="viewer">Who hands in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="at">The moment, where it is told: the demo school's lies in the past.</param>
    public async Task<HandIn> HandInAsync(CommitteeHandIns unit, Viewer viewer, CancellationToken cancellationToken, DateTime? at = null)
    {
        // Both forms tell of one state: whoever changes something of the committee's branches waits.
        var forms = await db.InTransactionAsync(
            async () =>
            {
                await db.LockCommitteeAsync(unit.Round.Id, unit.CommitteeId, cancellationToken);
                return await FormsAsync(unit, cancellationToken);
            },
            cancellationToken);
        var code = HandIn.CodeOf(forms.Select(form => form.Write(null)));
        return await attachments.FreezeAsync(
            forms.Select(form => (FormNames.File(form.Label, unit.Round.Year, unit.Name), form.Write(HandIn.Grouped(code)))),
            laid => db.HandInAsync(
                unit, code, () => [.. laid.Zip(forms, (file, form) => new HandInFile(form.Label, file.Name, file.StoredName, file.Size, file.Sha256))], viewer, () => at ?? clock.UtcNow, cancellationToken),
            cancellationToken);
    }

    /// <summary>What was frozen, byte for byte; null where the file is gone or is another than was frozen.</summary>
    public Task<byte[]?> OpenAsync(HandInFile file, CancellationToken cancellationToken) => store.ReadAsync(file.StoredName, file.Sha256, cancellationToken);

    /// <summary>In which rows the forms as they would be made now differ from the latest version.</summary>
    public async Task<IReadOnlyList<FormRowChange>> ChangesAsync(CommitteeHandIns unit, CancellationToken cancellationToken)
    {
        var changes = new List<FormRowChange>();
        if (unit.Standing.Latest is not { } latest)
            return changes;
        foreach (var form in await FormsAsync(unit, cancellationToken))
        {
            if (latest.Files.FirstOrDefault(file => file.Form == form.Label) is { } file && await OpenAsync(file, cancellationToken) is { } frozen)
                changes.AddRange(FormRowChange.Between(form.Label, frozen, form.Write(null)));
        }

        return changes;
    }

    private async Task<IReadOnlyList<Form>> FormsAsync(CommitteeHandIns unit, CancellationToken cancellationToken)
    {
        var (settings, round) = (await school.GetAsync(cancellationToken), unit.Round);
        var sheet = await db.SheetAsync(round, cancellationToken);
        var rows = await db.RectificationAsync(round, unit.CommitteeId, settings.RectificationListsAll, cancellationToken);
        var scope = SummaryFormScope.Committee(unit.CommitteeId, round.Publication is not null);
        return
        [
            new(SummaryForm.Label, code => SummaryForm.Write(sheet, scope, settings, code)),
            new(RectificationForm.Label, code => RectificationForm.Write(rows, round, unit.Name, isSchool: false, settings, code)),
        ];
    }

    private sealed record Form(string Label, Func<string?, byte[]> Write);
}
