using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BranchGrading.Web.Tests.Features.HandIns;

/// <summary>Several people at one hand-in, and what must not happen to the frozen files.</summary>
public sealed class HandInRaceTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Of_two_officers_at_once_one_hands_in_and_the_other_is_told_by_whom()
    {
        var world = await World.OfAsync(app);
        var address = await AddressAsync(world);
        await world.AddAccountAsync("second", "副组织员", Roles.CommitteeOfficer);
        var materials = world.Committee(World.Materials);
        await app.SaveAsync(async db => (await db.Committees.Include(committee => committee.Terms).SingleAsync(committee => committee.Id == materials))
            .AppointOrganiser(await db.People.SingleAsync(person => person.Name == "副组织员"), null));
        var before = Stored();
        HttpClient[] officers = [await world.AsAsync(Actor.Officer), await world.SignInAsync("second")];
        var forms = new List<List<KeyValuePair<string, string>>>();
        foreach (var officer in officers)
            forms.Add([.. await officer.FillInAsync(address, address)]);
        var answers = await Task.WhenAll(officers.Zip(forms, (officer, form) => officer.SendAsync(address, form)));
        Assert.Equal([302, 409], answers.Select(answer => answer.Code).Order());
        Assert.Contains("报送了", answers.Single(answer => answer.Code == 409).Text, StringComparison.Ordinal);
        Assert.Equal([1], (await HandInsAsync()).Select(handIn => handIn.Number));
        // Nothing stays of the forms that were refused.
        Assert.Equal(2, Stored().Except(before).Count());
    }

    [Fact]
    public async Task What_the_department_records_never_lands_on_a_version_it_did_not_see()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var receipt = await department.FillInAsync(address, $"{address}/1/receipt");
        var paper = await department.FillInAsync(address, $"{address}/1/paper", ("code", (await HandInsAsync())[0].CheckCode));
        var back = await department.FillInAsync(address, $"{address}/1/return", ("reason", "数字不对，请改"));
        await officer.PostFormAsync(address, address);

        foreach (var (act, fields) in new[] { ("receipt", receipt), ("paper", paper), ("return", back) })
        {
            var answer = await department.SendAsync($"{address}/1/{act}", fields);
            Assert.Equal((act, 409), (act, answer.Code));
            Assert.Contains("现在有第 2 版了", answer.Text, StringComparison.Ordinal);
            // What was typed is still there, for the version that is in force now.
            Assert.True(act != "return" || answer.Document.QuerySelector("textarea[name=reason]")!.TextContent.Contains("数字不对", StringComparison.Ordinal));
        }

        Assert.All(await HandInsAsync(), handIn => Assert.True(handIn is { ReceivedAt: null, PaperReceivedAt: null, IsSentBack: false }));
        Assert.Equal(0, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry =>
            entry.Event == nameof(AuditEvent.HandInReceived) || entry.Event == nameof(AuditEvent.HandInPaperReceived) || entry.Event == nameof(AuditEvent.HandInSentBack))));
    }

    [Fact]
    public async Task A_receipt_and_a_new_version_at_once_leave_one_story()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var receipt = await department.FillInAsync(address, $"{address}/1/receipt");
        var second = await officer.FillInAsync(address, address);
        var answers = await Task.WhenAll(department.SendAsync($"{address}/1/receipt", receipt), officer.SendAsync(address, second));
        Assert.Equal(302, answers[1].Code);
        var versions = await HandInsAsync();
        Assert.Equal([1, 2], versions.Select(handIn => handIn.Number));
        Assert.Equal(answers[0].Code == 302, versions[0].ReceivedAt is not null);
        Assert.Null(versions[1].ReceivedAt);
    }

    [Fact]
    public async Task Tidying_away_takes_orphans_and_never_a_frozen_file_or_a_scan()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        var before = Stored();
        await officer.PostFormAsync(address, address);
        await department.PostFormAsync(address, $"{address}/1/return", ("reason", "请改"));
        await officer.PostFormAsync(address, address);
        Assert.Equal(302, (await department.SendFilesAsync(address, $"{address}/2/scans", [("签字页.png", Attachments.Files.Png)])).Code);
        var files = Stored().Except(before).ToList();
        Assert.Equal(5, files.Count);
        var orphan = Path.Combine(Path.GetDirectoryName(files[0])!, Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(orphan, "x");
        foreach (var path in files.Append(orphan))
            File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.TidyAttachmentsAsync();
        Assert.False(File.Exists(orphan));
        Assert.All(files, path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public async Task A_scan_is_a_picture_or_a_pdf_and_hidden_from_other_committees()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var word = await department.SendFilesAsync(address, $"{address}/1/scans", [("签字页.docx", Attachments.Files.Docx)]);
        Assert.Equal(400, word.Code);
        Assert.Contains("签字页只收扫描件和照片", word.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await department.SendFilesAsync(address, $"{address}/1/scans", [("签字页.pdf", Attachments.Files.Png)])).Code);
        Assert.Equal(302, (await department.SendFilesAsync(address, $"{address}/1/scans", [("签字页.pdf", Attachments.Files.Pdf), ("盖章.jpg", Attachments.Files.Jpg)])).Code);
        Assert.Equal(302, (await officer.SendFilesAsync(address, $"{address}/1/scans", [("另一页.png", Attachments.Files.Png)])).Code);
        var ids = await app.InDbAsync(db => db.Attachments.Where(scan => scan.HandInId != null).OrderBy(scan => scan.Id).Select(scan => scan.Id).ToListAsync());
        Assert.Equal(3, ids.Count);
        Assert.Equal(200, (await officer.GetPageAsync($"/attachments/{ids[0]}")).Code);
        // Nobody takes one away again.
        Assert.Equal(404, (await officer.SendAsync($"/attachments/{ids[0]}/removal", await officer.TokensAsync())).Code);

        await world.AddAccountAsync("foreign", "外单位组织员", Roles.CommitteeOfficer);
        var computing = world.Committee(World.Computing);
        await app.SaveAsync(async db => (await db.Committees.Include(committee => committee.Terms).SingleAsync(committee => committee.Id == computing))
            .AppointOrganiser(await db.People.SingleAsync(person => person.Name == "外单位组织员"), null));
        var foreign = await world.SignInAsync("foreign");
        foreach (var hidden in new[] { address, $"{address}/1", $"{address}/1/files/4", $"/attachments/{ids[0]}" })
            Assert.Equal((hidden, 404), (hidden, (await foreign.GetPageAsync(hidden)).Code));
        Assert.Equal(404, (await foreign.SendAsync(address, await foreign.TokensAsync())).Code);
    }

    /// <summary>What lies in the store, also of tests before.</summary>
    private HashSet<string> Stored() => [.. Directory.EnumerateFiles(Path.Combine(app.Folder, "attachments")).Where(path => Guid.TryParseExact(Path.GetFileName(path), "N", out _))];

    private static async Task<string> AddressAsync(World world) => $"/rounds/{await world.GradeAsync()}/hand-ins/{world.Committee(World.Materials)}";

    private Task<List<HandIn>> HandInsAsync() => app.InDbAsync(db => db.HandIns.AsNoTracking().Include(handIn => handIn.Files).OrderBy(handIn => handIn.Number).ToListAsync());
}
