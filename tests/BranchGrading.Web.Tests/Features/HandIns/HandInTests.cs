using System.Net;
using System.Security.Cryptography;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.HandIns;

/// <summary>报送: from the committee's button to the paper on the department's desk.</summary>
public sealed class HandInTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly DateTimeOffset Deadline = new(2012, 4, 9, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_committee_hands_in_frozen_forms_and_the_department_gets_one_mail()
    {
        var world = await World.OfAsync(app);
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).DepartmentMail = "zzb@example.edu.cn");
        var (officer, address) = (await world.AsAsync(Actor.Officer), await AddressAsync(world));
        var fields = await officer.FillInAsync(address, address);
        var answers = await Task.WhenAll(officer.SendAsync(address, fields), officer.SendAsync(address, fields));
        Assert.Contains(answers, answer => answer.Code == 302);

        var handIn = Assert.Single(await HandInsAsync());
        Assert.Equal(1, handIn.Number);
        Assert.Equal(["附表4", "附表5"], handIn.Files.Select(file => file.Form).Order());
        var mail = await app.InDbAsync(db => db.Mails.SingleAsync());
        Assert.Equal((handIn.Id, "zzb@example.edu.cn"), (mail.HandInId, mail.Address));
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.FormsHandedIn))));

        var content = await BytesAsync(officer, $"{address}/1/files/4");
        Assert.Equal(handIn.Files.Single(file => file.Form == "附表4").Sha256, Convert.ToHexStringLower(SHA256.HashData(content)));
        Assert.Contains(HandIn.Grouped(handIn.CheckCode), (await officer.GetPageAsync($"{address}/1")).Text, StringComparison.Ordinal);
        Assert.Contains(HandIn.Grouped(handIn.CheckCode), SheetText(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_give_one_version_and_a_refusal()
    {
        var world = await World.OfAsync(app);
        var (officer, address) = (await world.AsAsync(Actor.Officer), await AddressAsync(world));
        var (first, second) = (await officer.FillInAsync(address, address), await officer.FillInAsync(address, address));
        var answers = await Task.WhenAll(officer.SendAsync(address, first), officer.SendAsync(address, second));
        Assert.Equal([302, 409], answers.Select(answer => answer.Code).Order());
        Assert.Single(await HandInsAsync());
    }

    [Fact]
    public async Task An_extension_opens_the_hand_in_and_the_list_calls_it_late()
    {
        var world = await World.OfAsync(app);
        var address = await AddressAsync(world);
        var roundId = await app.InDbAsync(db => db.Rounds.Select(round => round.Id).SingleAsync());
        await app.SaveAsync(db => Task.FromResult(db.Add(new DeadlineExtension(
            roundId, world.Committee(World.Materials), null, DeadlineKind.HandIn, Deadline.UtcDateTime.AddDays(1), "书记出差", "部长", WebApp.Start.UtcDateTime))));
        app.Clock.AdjustTime(Deadline.AddHours(1));
        var officer = await world.SignInAsync(World.UserName(Actor.Officer));
        Assert.Equal(302, (await officer.PostFormAsync(address, address)).Code);
        var list = await (await world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/rounds/{roundId}/hand-ins");
        Assert.Contains("延期报送", list.Text, StringComparison.Ordinal);
        Assert.Contains("逾期未报", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_department_compares_the_paper_sends_back_and_a_correction_is_another_version()
    {
        var world = await World.OfAsync(app);
        var (officer, department, address) = (await world.AsAsync(Actor.Officer), await world.AsAsync(Actor.Department), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var first = Assert.Single(await HandInsAsync());
        Assert.Equal(302, (await department.PostFormAsync(address, $"{address}/1/receipt")).Code);
        Assert.Equal(409, (await department.PostFormAsync(address, $"{address}/1/paper", ("code", "123"))).Code);
        Assert.Contains("校验码不一致", (await department.FollowAsync(await department.PostFormAsync(address, $"{address}/1/paper", ("code", "0000-0000-0000")))).Text, StringComparison.Ordinal);
        var stale = await department.FillInAsync(address, $"{address}/1/return", ("reason", "人数不对"));
        Assert.Contains("校验码一致", (await department.FollowAsync(await department.PostFormAsync(address, $"{address}/1/paper", ("code", first.CheckCode)))).Text, StringComparison.Ordinal);
        var refused = await department.SendAsync($"{address}/1/return", stale);
        Assert.Equal(409, refused.Code);
        Assert.Contains("人数不对", refused.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await department.PostFormAsync(address, $"{address}/1/return", ("reason", "人数不对"))).Code);
        Assert.Contains("人数不对", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await officer.PostFormAsync(address, address)).Code);
        var versions = await HandInsAsync();
        Assert.Equal([1, 2], versions.Select(handIn => handIn.Number));
        Assert.NotEmpty(await BytesAsync(officer, $"{address}/1/files/5"));
    }

    [Fact]
    public async Task A_file_that_was_changed_is_not_handed_out()
    {
        var world = await World.OfAsync(app);
        var (officer, address) = (await world.AsAsync(Actor.Officer), await AddressAsync(world));
        await officer.PostFormAsync(address, address);
        var stored = (await HandInsAsync())[0].Files.Single(file => file.Form == "附表4").StoredName.ToString("N");
        await File.AppendAllTextAsync(Directory.EnumerateFiles(app.Folder, stored, SearchOption.AllDirectories).Single(), "x");
        var answer = await officer.GetPageAsync($"{address}/1/files/4");
        Assert.Equal(409, answer.Code);
        Assert.Contains("不一样", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_all_reviews_nothing_is_handed_in_and_the_page_says_what_is_missing()
    {
        var world = await World.OfAsync(app);
        var roundId = await world.OpenAsync();
        var (officer, address) = (await world.AsAsync(Actor.Officer), $"/rounds/{roundId}/hand-ins/{world.Committee(World.Materials)}");
        var page = await officer.GetPageAsync(address);
        Assert.Contains("还没有完成初评", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("报送附表4、附表5</button>", page.Text, StringComparison.Ordinal);
    }

    /// <summary>The own committee's page in a round whose results came from paper: it can hand in.</summary>
    private static async Task<string> AddressAsync(World world) => $"/rounds/{await world.GradeAsync()}/hand-ins/{world.Committee(World.Materials)}";

    private Task<List<HandIn>> HandInsAsync() => app.InDbAsync(db => db.HandIns.AsNoTracking().Include(handIn => handIn.Files).OrderBy(handIn => handIn.Number).ToListAsync());

    private static async Task<byte[]> BytesAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string SheetText(byte[] content)
    {
        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(content));
        return string.Join('\n', workbook.Worksheets.First().CellsUsed().Select(cell => cell.GetString()));
    }
}
