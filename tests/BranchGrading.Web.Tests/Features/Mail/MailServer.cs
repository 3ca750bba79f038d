using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using BranchGrading.Web.Mail;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>A real mail server, <c>tests/mail_server.py</c>, that behaves as the recipient's name asks.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly ConcurrentQueue<Taken> _taken = [];
    private readonly ConcurrentQueue<bool> _signIns = [];

    private MailServer(Process process, int port)
    {
        (_process, Port) = (process, port);
        _ = ReadAsync();
    }

    public int Port { get; }

    /// <summary>Every mail that the server took, also where it did not say so.</summary>
    public IReadOnlyList<Taken> Mails
    {
        get
        {
            // What was printed before the line was cut may still be on its way here.
            Thread.Sleep(200);
            return [.. _taken];
        }
    }

    /// <summary>Whether each try to sign in came over an encrypted line.</summary>
    public IReadOnlyList<bool> SignIns => [.. _signIns];

    public MailOptions Options => new() { Host = "127.0.0.1", Port = Port, Security = MailSecurity.None, From = "djpj@example.edu.cn", FromName = "示例大学党委组织部", TimeoutSeconds = 2 };

    /// <summary>Starts one; skips the test with a clear word where this machine cannot.</summary>
    public static async Task<MailServer> StartAsync(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Python), $"There is no {Python}: apt-get install python3-aiosmtpd");
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "mail_server.py"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        if (!int.TryParse(await process.StandardOutput.ReadLineAsync(), out var port))
        {
            var why = await process.StandardError.ReadToEndAsync();
            process.Dispose();
            Assert.Skip($"The mail server does not start: apt-get install python3-aiosmtpd ({why.Trim().Split('\n')[^1]})");
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new MailServer(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } json)
        {
            var told = JsonSerializer.Deserialize<Told>(json, JsonSerializerOptions.Web)!;
            if (told.SignIn is { } encrypted)
                _signIns.Enqueue(encrypted);
            else
                _taken.Enqueue(new Taken(told.To!, told.Id!, told.Subject!, told.Text!, told.Files!));
        }
    }

    internal sealed record Taken(IReadOnlyList<string> To, string Id, string Subject, string Text, IReadOnlyList<string> Files);

    private sealed record Told(IReadOnlyList<string>? To, string? Id, string? Subject, string? Text, IReadOnlyList<string>? Files, bool? SignIn);
}
