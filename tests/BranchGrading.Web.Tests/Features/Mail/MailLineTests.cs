using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BranchGrading.Web.Mail;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Mail;

/// <summary>The line to the mail server: encrypted, its certificate checked, the password told over nothing else.</summary>
public sealed class MailLineTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly X509Certificate2 _authority = MakeAuthority();

    /// <summary>The authority is trusted by this user while the tests run; its key never leaves them, and it is valid for a day.</summary>
    public async ValueTask InitializeAsync()
    {
        await World.OfAsync(app);
        using var store = new X509Store(StoreName.Root, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        using var shown = X509CertificateLoader.LoadCertificate(_authority.Export(X509ContentType.Cert));
        store.Add(shown);
    }

    public ValueTask DisposeAsync()
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        using var shown = X509CertificateLoader.LoadCertificate(_authority.Export(X509ContentType.Cert));
        store.Remove(shown);
        _authority.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Ssl)]
    public async Task A_good_certificate_is_trusted_and_the_password_told_over_the_encrypted_line(MailSecurity security)
    {
        await using var server = await StartAsync(security, Certificate("localhost", Now.AddHours(-1), Now.AddHours(1)), "auth");
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        var options = OptionsOf(server, security, "wrong");
        Assert.Contains("用户名或密码不对", await app.SendMailsAsync(options), StringComparison.Ordinal);
        Assert.Empty(server.Mails);
        app.Clock.Advance(TimeSpan.FromHours(1));
        options.Password = "secret";
        Assert.Null(await app.SendMailsAsync(options));
        Assert.Single(server.Mails);
        Assert.NotNull(Assert.Single(await app.MailsAsync()).SentAt);
        Assert.All(server.SignIns, Assert.True);
        Assert.InRange(server.SignIns.Count, 2, 9);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls, "expired")]
    [InlineData(MailSecurity.Ssl, "expired")]
    [InlineData(MailSecurity.StartTls, "other host")]
    [InlineData(MailSecurity.Ssl, "other host")]
    [InlineData(MailSecurity.StartTls, "self-signed")]
    [InlineData(MailSecurity.Ssl, "self-signed")]
    public async Task A_bad_certificate_gets_neither_mail_nor_password(MailSecurity security, string what)
    {
        var certificate = what switch
        {
            "expired" => Certificate("localhost", Now.AddHours(-2), Now.AddHours(-1)),
            "other host" => Certificate("mail.example.edu.cn", Now.AddHours(-1), Now.AddHours(1)),
            _ => Certificate("localhost", Now.AddHours(-1), Now.AddHours(1), isSelfSigned: true),
        };
        await using var server = await StartAsync(security, certificate, "auth");
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        Assert.Contains("证书不可信", await app.SendMailsAsync(OptionsOf(server, security, "secret")), StringComparison.Ordinal);
        Assert.Empty(server.Mails);
        Assert.Empty(server.SignIns);
        Assert.Contains("证书不可信", Assert.Single(await app.MailsAsync()).LastError!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_neither_mail_nor_password()
    {
        await using var server = await MailServer.StartAsync();
        await app.WriteMailsAsync("ok-1@example.edu.cn");
        Assert.Contains("不支持所要求的加密连接", await app.SendMailsAsync(OptionsOf(server, MailSecurity.StartTls, "secret")), StringComparison.Ordinal);
        Assert.Empty(server.Mails);
        Assert.Empty(server.SignIns);
        Assert.NotNull(new MailOptions { Host = "localhost", From = "djpj@example.edu.cn", Security = MailSecurity.None, Password = "secret" }.WhyWrong());
    }

    private static Task<MailServer> StartAsync(MailSecurity security, string certificate, params string[] more) =>
        MailServer.StartAsync([certificate, .. security == MailSecurity.Ssl ? ["ssl"] : Array.Empty<string>(), .. more]);

    private static MailOptions OptionsOf(MailServer server, MailSecurity security, string password)
    {
        var options = server.Options;
        (options.Host, options.Security, options.UserName, options.Password) = ("localhost", security, "djpj", password);
        return options;
    }

    private string Certificate(string host, DateTimeOffset from, DateTimeOffset to, bool isSelfSigned = false)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = isSelfSigned ? request.CreateSelfSigned(from, to) : request.Create(_authority, from, to, RandomNumberGenerator.GetBytes(8));
        var file = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return file;
    }

    private static X509Certificate2 MakeAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=Mail tests {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Now.AddHours(-12), Now.AddHours(12));
    }
}
