using BranchGrading.Data;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.HandIns;
using BranchGrading.Web.Exports;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.HandIns;

/// <summary>报送 of one committee: what is ready, what is missing, and every version.</summary>
public sealed record HandInPage(CommitteeHandIns Unit, Viewer Viewer, DateTime Now, bool Leads, bool IsMailed, ILookup<int, Attachment> Scans)
{
    public const int MostChanges = 12;
    public const string ScanAccept = ".pdf,.jpg,.jpeg,.png";
    public const string ScanHint = "pdf、jpg、png；每个不超过 20 MB，一次可以选几个。";

    /// <summary>In what the forms differ now from the latest version; null where nobody asked.</summary>
    public IReadOnlyList<FormRowChange>? Changes { get; init; }

    /// <summary>That a file which was asked for is not what was frozen.</summary>
    public string? Lost { get; init; }

    /// <summary>What was typed from the paper, kept when it is refused.</summary>
    public string? Code { get; init; }

    /// <summary>The reason for sending back, kept when it is refused.</summary>
    public string? Reason { get; init; }

    public string Address => $"/rounds/{Unit.Round.Id}/hand-ins/{Unit.CommitteeId}";

    public string? WhyNot => Unit.Standing.WhyNotAt(Now);

    public bool MayHandIn => Leads && WhyNot is null && Unit.Missing.Count == 0;

    /// <summary>Whether there is anything to do about handing in: not once a version is in force and the deadline has passed.</summary>
    public bool TellsOfHandingIn => Latest is null || (Leads && WhyNot is null);

    public HandIn? Latest => Unit.Standing.Latest;

    /// <summary>The department acts on the latest version while it is in force.</summary>
    public bool MayRecord => Viewer.IsDepartment && Latest is { IsSentBack: false };

    public bool MayScan => Viewer.IsDepartment || Leads;

    /// <summary>A scan or a photograph; a document that can still be written in shows no signature.</summary>
    public static bool IsScan(string fileName) => ScanAccept.Split(',').Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <summary>The page as a viewer sees it; null where it is hidden.</summary>
    public static async Task<HandInPage?> FindAsync(GradingDbContext db, int roundId, int committeeId, Viewer viewer, SchoolClock clock, CancellationToken cancellationToken)
    {
        if (await db.FindHandInsAsync(roundId, committeeId, viewer, cancellationToken) is not { } unit)
            return null;
        return new HandInPage(
            unit, viewer, clock.UtcNow, await db.Committees.LedBy(viewer).AnyAsync(committee => committee.Id == committeeId, cancellationToken),
            await db.Settings.AnyAsync(settings => settings.DepartmentMail != null && settings.DepartmentMail != "", cancellationToken) && (await db.MailWordingAsync(MailKind.HandIn, cancellationToken)).IsOn,
            await db.ScansAsync([.. unit.Standing.Versions.Select(handIn => handIn.Id)], cancellationToken));
    }
}
