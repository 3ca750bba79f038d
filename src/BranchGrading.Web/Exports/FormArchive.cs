using System.IO.Compression;

namespace BranchGrading.Web.Exports;

/// <summary>One form of every committee in a zip, in display order.</summary>
public static class FormArchive
{
    /// <summary>Writes and packs one workbook after the other.</summary>
    /// <param name="units">The committees: of each its name and how its workbook is written.</param>
    /// <param name="label">附表3, 附表4 or 附表5.</param>
    /// <param name="year">The round's year.</param>
    /// <param name="report">Told how many are done, of how many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<byte[]> WriteAsync(
        IReadOnlyList<(string Name, Func<Task<byte[]>> Write)> units, string label, int year, Action<int, int> report, CancellationToken cancellationToken)
    {
        var names = FormNames.Unique(units.Select(unit => FormNames.File(label, year, unit.Name)));
        using var stream = new MemoryStream();
        await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var index = 0; index < units.Count; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report(index, units.Count);
                var content = await units[index].Write();
                await using var entry = await archive.CreateEntry(names[index]).OpenAsync(cancellationToken);
                await entry.WriteAsync(content, cancellationToken);
            }
        }

        return stream.ToArray();
    }
}
