namespace BranchGrading.Web.Imports.Reading;

/// <summary>A column an import reads, and how it stands in the template.</summary>
/// <param name="Name">The header in the template and in messages.</param>
/// <param name="Required">A file without this column is refused.</param>
/// <param name="Aliases">Other headers offices use for it.</param>
public sealed record ImportColumn(string Name, bool Required, params string[] Aliases)
{
    /// <summary>Headers that mean this column only where no header by name or alias does and no other column claims them first.</summary>
    public string[] Fallbacks { get; init; } = [];

    /// <summary>What to write, for the notes of the template.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Column width in the template, in characters.</summary>
    public int Width { get; init; } = 14;

    /// <summary>Formatted as text in the template, so that phones, codes and months stay as typed.</summary>
    public bool AsText { get; init; }
}
