using System.Security.Cryptography;
using System.Text;

namespace BranchGrading.Web.Imports;

/// <summary>What an import would do, row by row.</summary>
public sealed record ImportReport(IReadOnlyList<RowReport> Rows, IReadOnlyList<string> IgnoredColumns)
{
    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    public int Warnings => Rows.Count(row => row is { HasWarnings: true, HasErrors: false });

    /// <summary>The rows that will be written, whether or not they change anything.</summary>
    public int Writable => Rows.Count - Count(RowOutcome.Error);

    public int Effective => Count(RowOutcome.New) + Count(RowOutcome.Changed);

    /// <summary>Equal for equal outcomes: what was shown is what must come out when it is confirmed.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        foreach (var row in Rows)
        {
            text.Append(row.Number).Append('|').Append(row.Outcome).Append('|').Append(row.Committee).Append('|').Append(row.Branch);
            foreach (var note in row.Notes)
                text.Append('|').Append(note.Cell).Append('|').Append(note.Text).Append('|').Append(note.Was).Append('|').Append(note.Now);
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
