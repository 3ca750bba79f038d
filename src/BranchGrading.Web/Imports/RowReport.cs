using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>Collects what an import finds in one row; a row with an error is not written.</summary>
public sealed class RowReport(ImportRow row, Func<string, bool> hasColumn)
{
    private readonly List<RowNote> _notes = [];
    private bool _isNew;

    public int Number => row.Number;

    public string Committee { get; set; } = "";

    public string Branch { get; set; } = "";

    public IReadOnlyList<RowNote> Notes => _notes;

    public bool HasErrors { get; private set; }

    public bool HasWarnings => _notes.Any(note => note.IsWarning);

    public RowOutcome Outcome => HasErrors ? RowOutcome.Error
        : _isNew ? RowOutcome.New
        : _notes.Any(note => note.IsChange) ? RowOutcome.Changed
        : RowOutcome.Unchanged;

    public bool Has(string column) => hasColumn(column);

    public ImportCell Cell(string column) => row.Cell(column);

    /// <summary>The value of a cell; an error or a warning of the reading is noted at the cell.</summary>
    public T Read<T>(string column, Func<ImportCell, Reading<T>> read)
    {
        var reading = read(row.Cell(column));
        if (reading.Error is { } error)
            Error(column, error);
        else if (reading.Warning is { } warning)
            Warn(column, warning);
        return reading.Value;
    }

    /// <summary>A name that must be there.</summary>
    public string? ReadName(string column, int maxLength)
    {
        var text = Read(column, cell => PlainText.Read(cell, maxLength));
        if (text is null && row.Cell(column).WhyUnreadable is null && row.Cell(column).IsBlank)
            Error(column, $"没有填写{column}");
        return text;
    }

    public void Error(string? column, string text)
    {
        // Of an erroneous row only the errors matter.
        if (!HasErrors)
            _notes.RemoveAll(note => !note.IsWarning);
        HasErrors = true;
        _notes.Add(new RowNote(column is null ? null : row.Cell(column).Address, text));
    }

    public void Warn(string? column, string text) => _notes.Add(new RowNote(column is null ? null : row.Cell(column).Address, text, IsWarning: true));

    /// <summary>Writing makes something new; the text says what.</summary>
    public void New(string text)
    {
        _isNew = true;
        _notes.Add(new RowNote(null, text));
    }

    /// <summary>Notes a value that changes; equal ones leave nothing.</summary>
    public void Compare(string label, object? was, object? now)
    {
        var (before, after) = (Show(was), Show(now));
        if (before != after && !_isNew)
            _notes.Add(new RowNote(null, label, Was: before, Now: after));
    }

    private static string Show(object? value) => value switch
    {
        null or "" => "（空）",
        DateOnly month => month.ToString("yyyy年M月"),
        decimal number => number.ToString("0.##"),
        true => "是",
        false => "否",
        _ => value.ToString()!,
    };
}
