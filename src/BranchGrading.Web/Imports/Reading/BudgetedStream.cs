namespace BranchGrading.Web.Imports.Reading;

/// <summary>
/// Passes on what is inflated while the workbook's budget lasts, and refuses tokens of XML longer than any honest one:
/// the parser would hold each of them in memory as a whole.
/// </summary>
internal sealed class BudgetedStream(Stream inflated, InflationBudget budget) : Stream
{
    /// <summary>32,767 characters written as ten-byte references, and room.</summary>
    private const int MaxToken = 512 * 1024;

    private const int CDataStart = ('<' << 16) | ('!' << 8) | '[';
    private const int CDataEnd = (']' << 16) | (']' << 8) | '>';

    private int window;
    private int tokenLength;
    private bool inCData;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inflated.Read(buffer);
        budget.Spend(read);
        Watch(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflated.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        foreach (var current in bytes)
        {
            window = ((window << 8) | current) & 0xFFFFFF;
            if (window == CDataStart)
                inCData = true;
            else if (window == CDataEnd)
                inCData = false;
            tokenLength = current == '<' && !inCData ? 0 : tokenLength + 1;
            if (tokenLength > MaxToken)
                throw UnreadableFileException.Damaged("有一段内容长得不合理");
        }
    }
}
