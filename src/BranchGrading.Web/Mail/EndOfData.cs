using MailKit;

namespace BranchGrading.Web.Mail;

/// <summary>Listens to the line for one thing only: whether a mail was told to its end and not answered yet. Keeps nothing of what is said.</summary>
public sealed class EndOfData : IProtocolLogger
{
    private static readonly byte[] End = "\r\n.\r\n"u8.ToArray();

    private readonly byte[] _tail = new byte[End.Length];
    private bool _inData;

    /// <summary>The end of the mail went out, and no answer came to it.</summary>
    public bool IsUnanswered { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>A new mail begins.</summary>
    public void Restart() => (_inData, IsUnanswered) = (false, false);

    public void LogConnect(Uri uri) => Restart();

    public void LogClient(byte[] buffer, int offset, int count)
    {
        for (var i = offset; i < offset + count; i++)
        {
            Array.Copy(_tail, 1, _tail, 0, _tail.Length - 1);
            _tail[^1] = buffer[i];
        }

        if (_inData && _tail.AsSpan().SequenceEqual(End))
            IsUnanswered = true;
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (count < 3)
            return;
        if (buffer.AsSpan(offset, 3).SequenceEqual("354"u8))
            (_inData, IsUnanswered) = (true, false);
        else if (IsUnanswered)
            (_inData, IsUnanswered) = (false, false);
    }

    public void Dispose()
    {
    }
}
