using BranchGrading.Data.Auditing;
using BranchGrading.Web.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Security;

public sealed class AuditTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_change_tells_who_what_and_the_value_before_and_after()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var id = _world.Branch(World.Own);
        app.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(302, (await browser.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("FullMembers", 31))).Code);

        var entry = await LastAsync();
        Assert.Equal((nameof(AuditEvent.BranchEdited), "部长", _world.Account(Actor.Department)), (entry.Event, entry.Actor, entry.AccountId));
        Assert.Equal($"{World.Materials} {World.Own}", entry.Subject);
        Assert.Equal(WebApp.Start.UtcDateTime.AddMinutes(7), entry.At);
        Assert.Contains("\"FullMembers\":[20,31]", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_stands_in_the_audit()
    {
        var roundId = await _world.GradeAsync();
        var browser = await _world.AsAsync(Actor.Department);
        var address = $"/rounds/{roundId}/exclusions/{_world.Branch(World.Foreign)}";
        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("Reason", "刚成立，不足半年"))).Code);
        var entry = await LastAsync();
        Assert.Equal((nameof(AuditEvent.BranchExcluded), "刚成立，不足半年"), (entry.Event, entry.Reason));
    }

    [Fact]
    public async Task Phone_mail_and_passwords_are_withheld()
    {
        var department = await _world.AsAsync(Actor.Department);
        var person = await app.InDbAsync(db => db.People.Where(row => row.Name == "材料书记").Select(row => row.Id).SingleAsync());
        Assert.Equal(302, (await department.PostFormAsync($"/people/{person}/edit", $"/people/{person}", ("Phone", "13912345678"), ("Email", "secret@example.edu.cn"))).Code);
        Assert.Contains("不记录内容", (await LastAsync()).Changes, StringComparison.Ordinal);
        await department.PostFormAsync("/people/new", "/people", ("Name", "新人"), ("Phone", "13912345679"), ("Email", "other@example.edu.cn"));
        await department.PostFormAsync("/password", "/password", ("Current", World.Password), ("Chosen", "my-own-password-3"), ("Repeated", "my-own-password-3"));
        await _world.OpenAsync();

        var hashes = await app.InDbAsync(db => db.Users.Select(account => account.PasswordHash!).ToListAsync());
        var everything = string.Join('\n', await app.InDbAsync(db => db.AuditEntries.Select(entry => entry.Subject + entry.Reason + entry.Changes).ToListAsync()));
        Assert.All(new[] { "13912345678", "13912345679", "1380000", "secret@", "other@", World.Password, "my-own-password-3" }.Concat(hashes), secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chain_is_whole_after_all_kinds_of_work()
    {
        await _world.PublishAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            var browser = await _world.SignInAsync(World.UserName(i % 2 == 0 ? Actor.Department : Actor.SecondDepartment));
            await browser.PostFormAsync("/people/new", "/people", ("Name", $"新人{i}"));
        }));
        Assert.Null(await BrokenAsync());
        var entries = await app.InDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Actor = 'somebody' WHERE Sequence = 2", 2L)]
    [InlineData("UPDATE AuditEntries SET Changes = NULL WHERE Sequence = 1", 1L)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 2", 2L)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 3", 3L)]
    public async Task A_row_that_was_touched_is_found(string tampering, long row)
    {
        await app.SaveAsync(db => Task.FromResult(db.Add(new Domain.Organisation.Person("甲", null, null, null))));
        await app.SaveAsync(db => Task.FromResult(db.Add(new Domain.Organisation.Person("乙", null, null, null))));
        Assert.Equal(3, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
        Assert.Null(await BrokenAsync());

        await app.InDbAsync(db => db.Database.ExecuteSqlRawAsync(tampering));
        Assert.Equal(row, await BrokenAsync());

        var browser = await _world.AsAsync(Actor.Auditor);
        var page = await browser.WorkAsync(await browser.PostFormAsync("/audit", "/audit/verification"));
        Assert.Contains($"第 {row} 条", page.Text);
    }

    [Fact]
    public async Task The_auditor_sees_the_rows_and_verifies_them()
    {
        await _world.GradeAsync();
        var browser = await _world.AsAsync(Actor.Auditor);
        var answer = await browser.PostFormAsync("/audit", "/audit/verification");
        var page = await browser.WorkAsync(answer);
        Assert.Contains("全部和写下时一致", page.Html);
        Assert.Contains("核验审计链", page.Text);
        Assert.Contains("登录", (await browser.GetPageAsync("/audit?Event=SignedIn")).Text);
    }

    [Fact]
    public async Task What_cannot_be_audited_does_not_happen()
    {
        var before = await app.TablesAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.InDbAsync(async db =>
        {
            db.Add(new Domain.Organisation.Person("无名", null, null, null));
            await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAnyAsync<Exception>(() => app.InDbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditHeads SET Sequence = 0");
            db.Add(new Domain.Organisation.Person("无名", null, null, null));
            db.Audit.Describe(AuditEvent.PersonCreated, "无名");
            await db.SaveChangesAsync();
        }));
        Assert.Equal(["AuditHeads"], WebApp.Changed(before, await app.TablesAsync()));
    }

    [Fact]
    public async Task A_withdrawal_of_nothing_is_refused_and_not_audited()
    {
        var roundId = await _world.GradeAsync();
        var participant = await _world.ParticipantAsync(roundId, World.Own);
        var browser = await _world.AsAsync(Actor.Department);
        var before = await app.InDbAsync(db => db.AuditEntries.CountAsync());
        Assert.Equal(409, (await browser.SendAsync($"/participants/{participant}/waiver/removal", await browser.TokensAsync())).Code);
        Assert.Equal(400, (await browser.SendAsync($"/rounds/{roundId}/decisions/removal", await browser.TokensAsync())).Code);
        Assert.Equal(before, await app.InDbAsync(db => db.AuditEntries.CountAsync()));
    }

    private Task<AuditEntry> LastAsync() => app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstAsync());

    private Task<long?> BrokenAsync() => app.InDbAsync(db => AuditTrail.FirstBrokenAsync(db, CancellationToken.None));
}
