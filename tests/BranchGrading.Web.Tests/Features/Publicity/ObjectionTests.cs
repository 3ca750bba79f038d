using System.Text;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Publicity;

public sealed class ObjectionTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;
    private int _round;
    private int _own;
    private int _foreign;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
        _round = await _world.PublishAsync(2012, null, (World.Own, 96), (World.Foreign, 95), ("材料机关支部", 94));
        (_own, _foreign) = (await _world.ParticipantAsync(_round, World.Own), await _world.ParticipantAsync(_round, World.Foreign));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_objection_is_raised_received_checked_answered_and_its_objector_reads_the_answer()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Equal(302, (await secretary.ObjectAsync(_round, _foreign)).Code);
        Assert.Contains("待受理", (await secretary.GetPageAsync($"/rounds/{_round}/publicity/objections")).Text);
        var list = await _department.GetPageAsync($"/rounds/{_round}/objections");
        Assert.Contains(World.Foreign, list.Text);
        Assert.Equal("1", list.Document.QuerySelector(".app-nav .count")!.FirstChild!.TextContent);
        Assert.Contains("材料书记", (await _department.GetPageAsync($"/rounds/{_round}/objections/1")).Text);

        Assert.Equal(302, (await _department.ReceiveAsync(_round, 1)).Code);
        Assert.Equal(409, (await _department.SendAsync($"/rounds/{_round}/objections/1/reception", await _department.TokensAsync())).Code);
        Assert.Contains("核查中", (await secretary.GetPageAsync($"/rounds/{_round}/publicity/objections")).Text);
        Assert.Equal(302, (await _department.CheckAsync(_round, 1, "查了会议记录")).Code);
        Assert.Equal(302, (await _department.CheckAsync(_round, 1, "又查了照片")).Code);
        Assert.Equal(302, (await _department.UpholdAsync(_round, 1, "分数无误，维持")).Code);

        var mine = await secretary.GetPageAsync($"/rounds/{_round}/publicity/objections");
        Assert.Contains("维持。分数无误，维持", mine.Text);
        Assert.DoesNotContain("又查了照片", mine.Text);
        Assert.Null((await _department.GetPageAsync($"/rounds/{_round}/objections")).Document.QuerySelector(".app-nav .count"));
        Assert.Equal(5, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event.StartsWith("Objection"))));
    }

    [Fact]
    public async Task Nobody_but_the_department_and_the_objector_sees_an_objection()
    {
        await (await _world.AsAsync(Actor.Secretary)).ObjectAsync(_round, _own, "本支部的分数算错了");
        foreach (var actor in new[] { Actor.Officer, Actor.OtherSecretary, Actor.Inspector })
        {
            var browser = await _world.AsAsync(actor);
            Assert.Equal(404, (await browser.GetPageAsync($"/rounds/{_round}/objections")).Code);
            Assert.Equal(404, (await browser.GetPageAsync($"/rounds/{_round}/objections/1")).Code);
            foreach (var address in new[] { $"/rounds/{_round}/publicity/objections", $"/rounds/{_round}/publicity", $"/rounds/{_round}/grades/{_own}", $"/results/{_own}", "/" })
                Assert.DoesNotContain("算错了", (await browser.GetPageAsync(address)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Anybody_who_sees_results_may_object_to_any_branch()
    {
        foreach (var actor in new[] { Actor.Secretary, Actor.Officer, Actor.Inspector, Actor.Department })
            Assert.Equal(302, (await (await _world.AsAsync(actor)).ObjectAsync(_round, _foreign, $"{actor}")).Code);
        Assert.Equal("1,2,3,4", string.Join(',', await app.InDbAsync(db => db.Objections.OrderBy(row => row.Number).Select(row => row.Number).ToListAsync())));
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Equal(400, (await secretary.ObjectAsync(_round, 999999)).Code);
        Assert.Equal(400, (await secretary.ObjectAsync(_round, _own, "")).Code);
    }

    [Fact]
    public async Task The_same_objection_sent_five_times_is_one()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var filled = await secretary.FillInAsync($"/rounds/{_round}/publicity/objections/new", $"/rounds/{_round}/publicity/objections", ("ParticipantId", _own), ("Statement", "分数\r\n算错"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => secretary.SendAsync($"/rounds/{_round}/publicity/objections", filled)));
        Assert.All(answers, answer => Assert.Equal(302, answer.Code));
        Assert.Equal((1, 1), await app.InDbAsync(async db => (await db.Objections.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.ObjectionRaised)))));
    }

    [Fact]
    public async Task Who_raised_an_objection_stands_in_the_objection_alone()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        await secretary.GetPageAsync("/");
        var (entries, keys) = await app.InDbAsync(async db => (await db.AuditEntries.CountAsync(), await db.FormKeys.CountAsync()));
        await secretary.ObjectAsync(_round, _foreign, "听材料书记说票数不对", "13912349876");
        await _department.PostFormAsync($"/rounds/{_round}/objections/new", $"/rounds/{_round}/objections", ("ParticipantId", _foreign), ("Channel", "Phone"), ("RaisedBy", "王举报"), ("Contact", "13712340000"), ("Statement", "王举报说的"));
        foreach (var number in new[] { 1, 2 })
        {
            await _department.ReceiveAsync(_round, number);
            await _department.CheckAsync(_round, number, "问过材料书记和王举报");
        }

        await _department.UpholdAsync(_round, 1, "材料书记您好，维持");
        await _department.ConfirmRevisionAsync(_round, 2, await _department.PreviewRevisionAsync(_round, 2, Domain.Grading.Grade.B));

        var rows = await app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).Skip(entries).ToListAsync());
        Assert.Equal(8, rows.Count);
        Assert.Equal((nameof(AuditEvent.ObjectionRaised), "异议人", null, null), (rows[0].Event, rows[0].Actor, rows[0].AccountId, rows[0].Address));
        var said = string.Join('\n', rows.Select(row => row.Actor + row.Subject + row.Reason + row.Changes));
        Assert.All(new[] { "材料书记", "王举报", "13912349876", "13712340000", "您好" }, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.AccountId == _world.Account(Actor.Secretary));

        // Elsewhere neither: no key of a form tells who sent it, and no other table names the objector of the second one.
        Assert.False(await app.InDbAsync(db => db.FormKeys.AnyAsync(key => key.AccountId == _world.Account(Actor.Secretary))));
        Assert.True(await app.InDbAsync(db => db.FormKeys.CountAsync()) > keys);
        Assert.Equal(["Objections"], await TablesWithAsync("王举报"));
        Assert.Equal(["Objections"], await TablesWithAsync("13912349876"));
        Assert.Null(await app.InDbAsync(db => AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task Objections_are_taken_on_line_until_the_last_millisecond_of_the_publicity()
    {
        app.Clock.Advance(new DateTimeOffset(2012, 3, 27, 15, 50, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var secretary = await _world.SignInAsync("secretary");
        var (page, address) = ($"/rounds/{_round}/publicity/objections/new", $"/rounds/{_round}/publicity/objections");
        var filled = await secretary.FillInAsync(page, address, ("ParticipantId", _own), ("Statement", "最后一刻"));
        var late = await secretary.FillInAsync(page, address, ("ParticipantId", _own), ("Statement", "晚了一点"));
        app.Clock.Advance(new DateTimeOffset(2012, 3, 27, 15, 59, 59, 999, TimeSpan.Zero) - app.Clock.GetUtcNow());
        Assert.Equal(302, (await secretary.SendAsync(address, filled)).Code);
        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var refused = await secretary.SendAsync(address, late);
        Assert.Equal(409, refused.Code);
        Assert.Contains("不再受理网上异议", refused.Text);
        Assert.Contains("晚了一点", refused.Text);
        Assert.Equal(1, await app.InDbAsync(db => db.Objections.CountAsync()));
        Assert.Contains("不再受理", (await secretary.GetPageAsync($"/rounds/{_round}/publicity")).Text);
    }

    [Fact]
    public async Task One_that_came_on_paper_in_time_is_entered_until_the_grades_are_final()
    {
        app.Clock.Advance(TimeSpan.FromDays(9));
        _department = await _world.SignInAsync("department");
        Assert.Equal(409, (await EnterAsync("2012-03-28")).Code);
        Assert.Equal(400, (await EnterAsync("2012-03-19")).Code);
        Assert.Equal(302, (await EnterAsync("2012-03-27")).Code);
        var objection = await app.InDbAsync(db => db.Objections.AsNoTracking().SingleAsync());
        Assert.Equal((null, null, ObjectionChannel.Paper), (objection.RaisedBy, objection.RaisedByAccountId, objection.Channel));
        Assert.Contains("匿名", (await _department.GetPageAsync($"/rounds/{_round}/objections/1")).Text);
        Assert.Contains("2 天", (await _department.GetPageAsync($"/rounds/{_round}/objections")).Text);

        var fields = await _department.FillInAsync($"/rounds/{_round}/objections/new", $"/rounds/{_round}/objections", ("ParticipantId", _own), ("Came", "2012-03-27"), ("Statement", "晚了"));
        await _department.PrepareAnswerAsync(_round, 1);
        await _department.UpholdAsync(_round, 1);
        await app.InDbAsync(db => db.MakeFinalAsync(_round));
        Assert.Equal(404, (await _department.SendAsync($"/rounds/{_round}/objections", fields)).Code);

        Task<Answer> EnterAsync(string day) => _department.PostFormAsync($"/rounds/{_round}/objections/new", $"/rounds/{_round}/objections", ("ParticipantId", _own), ("Came", day), ("Statement", "信里写的"));
    }

    [Fact]
    public async Task The_grades_become_final_only_when_no_objection_is_open()
    {
        await (await _world.AsAsync(Actor.Secretary)).ObjectAsync(_round, _foreign);
        app.Clock.Advance(TimeSpan.FromDays(9));
        _department = await _world.SignInAsync("department");
        var page = await _department.GetPageAsync($"/rounds/{_round}/publication");
        Assert.Null(page.Document.QuerySelector("form[action$=finalisation]"));
        Assert.NotNull(page.Document.QuerySelector($".task-list a[href='/rounds/{_round}/objections/1']"));
        var refused = await _department.SendAsync($"/rounds/{_round}/finalisation", await _department.TokensAsync());
        Assert.Equal(409, refused.Code);
        Assert.Contains("异议第 1 号还没有答复", refused.Text);
        await Assert.ThrowsAsync<Domain.RuleViolationException>(() => app.InDbAsync(db => db.MakeFinalAsync(_round)));

        await _department.PrepareAnswerAsync(_round, 1);
        await _department.UpholdAsync(_round, 1);
        await _department.WorkAsync(await _department.PostFormAsync($"/rounds/{_round}/publication", $"/rounds/{_round}/finalisation"));
        Assert.NotNull(await app.InDbAsync(db => db.Publications.Select(publication => publication.FinalAt).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_answer_at_once_answer_once_and_the_other_keeps_what_was_typed()
    {
        await (await _world.AsAsync(Actor.Secretary)).ObjectAsync(_round, _foreign);
        await _department.PrepareAnswerAsync(_round, 1);
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var (page, address) = ($"/rounds/{_round}/objections/1", $"/rounds/{_round}/objections/1/answer");
        var posts = new[]
        {
            (Browser: _department, Fields: await _department.FillInAsync(page, address, ("Answer.Text", "部长的答复"))),
            (Browser: second, Fields: await second.FillInAsync(page, address, ("Answer.Text", "副部长的答复"))),
        };
        var answers = await Task.WhenAll(posts.Select(post => post.Browser.SendAsync(address, post.Fields)));
        Assert.Equal([302, 409], answers.Select(answer => answer.Code).Order());
        var refused = answers.Single(answer => answer.Code == 409);
        Assert.Contains("已经答复", refused.Text);
        Assert.Contains("部长的答复", refused.Text);
        Assert.Contains("您写的，没有保存", refused.Text);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.ObjectionAnswered))));
    }

    [Fact]
    public async Task Findings_that_somebody_else_has_changed_are_shown_beside_ones_own()
    {
        await (await _world.AsAsync(Actor.Secretary)).ObjectAsync(_round, _foreign);
        await _department.ReceiveAsync(_round, 1);
        var (page, address) = ($"/rounds/{_round}/objections/1", $"/rounds/{_round}/objections/1/findings");
        var mine = await _department.FillInAsync(page, address, ("Findings.Text", "我查到的"));
        await (await _world.AsAsync(Actor.SecondDepartment)).CheckAsync(_round, 1, "他查到的");
        var answer = await _department.SendAsync(address, mine);
        Assert.Equal(409, answer.Code);
        Assert.Contains("他查到的", answer.Text);
        Assert.Contains("我查到的", answer.Text);
        Assert.Equal(302, (await _department.SendAsync(address, answer.FillIn(address, page))).Code);
        Assert.Equal("我查到的", await app.InDbAsync(db => db.Objections.Select(row => row.Findings).SingleAsync()));
    }

    [Fact]
    public async Task An_answer_needs_findings_and_findings_a_reception()
    {
        await (await _world.AsAsync(Actor.Secretary)).ObjectAsync(_round, _foreign);
        var version = await app.InDbAsync(db => db.Objections.Select(row => row.Version).SingleAsync());
        foreach (var (step, field) in new[] { ("findings", "Findings"), ("answer", "Answer") })
        {
            var answer = await _department.SendAsync($"/rounds/{_round}/objections/1/{step}", [.. await _department.TokensAsync(), KeyValuePair.Create($"{field}.Text", "跳过"), KeyValuePair.Create($"{field}.Version", $"{version}")]);
            Assert.Equal(409, answer.Code);
        }

        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{_round}/objections/1/revision")).Code);
    }

    private Task<List<string>> TablesWithAsync(string text) => app.InDbAsync(async db =>
    {
        var tables = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the model's own.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new StringBuilder();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    rows.Append(reader.GetValue(i)).Append('|');
            }

            if (rows.ToString().Contains(text, StringComparison.Ordinal))
                tables.Add(table);
        }

        return tables;
    });
}
