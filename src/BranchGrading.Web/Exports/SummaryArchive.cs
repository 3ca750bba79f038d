using System.IO.Compression;
using BranchGrading.Data;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Exports;

/// <summary>All committees' 附表4 in one zip, in display order.</summary>
public static class SummaryArchive
{
    public static byte[] Write(RoundSheet sheet, SchoolSettings settings, Action<int, int> report, CancellationToken cancellationToken)
    {
        var committees = sheet.Rows.DistinctBy(row => row.Participant.CommitteeId).Select(row => row.Participant).ToList();
        var names = FormNames.Unique(committees.Select(committee => FormNames.File(SummaryForm.Label, sheet.Round.Year, committee.CommitteeName)));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var index = 0; index < committees.Count; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report(index, committees.Count);
                using var entry = archive.CreateEntry(names[index]).Open();
                entry.Write(SummaryForm.Write(sheet, SummaryFormScope.Committee(committees[index].CommitteeId, showSchoolGrade: true), settings));
            }
        }

        return stream.ToArray();
    }
}
