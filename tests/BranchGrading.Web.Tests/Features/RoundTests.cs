using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

public sealed class RoundTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_round_begins_with_the_rules_and_deadlines_of_the_document()
    {
        var made = await _department.PostFormAsync("/rounds/new", "/rounds");
        Assert.Equal(302, made.Code);
        var round = await RoundAsync();
        Assert.Equal((2012, 2011, false), (round.Year, round.AssessedYear, round.IsOpened));
        Assert.Equal(RoundRules.Default, round.Rules);
        Assert.Equal(new DateTime(2012, 4, 8, 16, 0, 0, DateTimeKind.Utc), round.Deadlines.Grading);
        Assert.Equal(new DateTime(2012, 4, 9, 3, 0, 0, DateTimeKind.Utc), round.Deadlines.HandIn);
        Assert.Equal(5, await app.InDbAsync(db => db.Rounds.SelectMany(row => row.Standards).CountAsync()));

        var twice = await _department.PostFormAsync("/rounds/new", "/rounds", ("Year", 2012));
        Assert.Equal(400, twice.Code);
        Assert.Contains("2012 年度已经有了", twice.Text);
    }

    [Theory]
    [InlineData("CapPercent", "101", "A 级比例上限应在 0 到 100% 之间")]
    [InlineData("BoundB", "95", "B 级分数线应低于 A 级分数线")]
    [InlineData("SelfWeightPercent", "abc", "")]
    [InlineData("PublicityDays", "61", "公示天数应在 0 到 60 个工作日之间")]
    [InlineData("LeastMassSatisfaction", "0", "群众满意率最低要求应大于 0")]
    [InlineData("Deadlines.ReportDay", "9999-12-31", "日期应在 2000 年到 2100 年之间")]
    [InlineData("Rules.CapPercent", "", "请填写 A 级比例上限")]
    [InlineData("Deadlines.HandInDay", "", "请填写报表报送日期")]
    public async Task A_rule_that_cannot_stand_is_said_beside_its_field(string field, string value, string reason)
    {
        var answer = await _department.PostFormAsync("/rounds/new", "/rounds", (field, value));
        Assert.Equal(400, answer.Code);
        Assert.Contains(reason, answer.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.Rounds.CountAsync()));
    }

    [Fact]
    public async Task Every_rule_that_is_the_school_s_own_is_confirmed_before_the_round_opens()
    {
        await _department.PostFormAsync("/rounds/new", "/rounds");
        var (id, address) = ((await RoundAsync()).Id, $"/rounds/{(await RoundAsync()).Id}");
        var refused = await _department.SendAsync($"{address}/opening", await _department.TokensAsync());
        Assert.Equal(409, refused.Code);
        Assert.Contains("还有规则没有确认", refused.Text);

        Assert.Equal(302, (await _department.PostFormAsync($"{address}/edit", $"{address}/edit", ("Confirmed", RoundRule.All.Where(rule => !rule.IsFromDocument).Select(rule => rule.Key)))).Code);
        await OpenAsync(id);
        Assert.True((await RoundAsync()).IsOpened);
    }

    [Fact]
    public async Task A_rule_other_than_the_document_s_has_to_be_confirmed_too()
    {
        var id = await _world.PrepareAsync(2012, new RoundRules { CapShare = 0.35m });
        await app.SaveAsync(async db =>
        {
            var round = await db.Rounds.SingleAsync();
            round.Prepare(round.Rules, round.Deadlines, RoundRule.All.Where(rule => !rule.IsFromDocument).Select(rule => rule.Key));
        });
        var refused = await _department.SendAsync($"/rounds/{id}/opening", await _department.TokensAsync());
        Assert.Equal(409, refused.Code);
        Assert.Contains("A 级比例上限", refused.Text);
    }

    [Fact]
    public async Task Opening_freezes_names_types_units_and_secretaries()
    {
        var id = await _world.PrepareAsync();
        await OpenAsync(id);
        var branch = _world.Branch(World.Own);
        Assert.Equal(302, (await _department.PostFormAsync($"/branches/{branch}/edit", $"/branches/{branch}", ("Name", "改了名的支部"), ("Type", BranchType.Student), ("FullMembers", 99))).Code);
        await _department.PostFormAsync($"/branches/{branch}/terms/new", $"/branches/{branch}/terms", ("Post", Post.Secretary), ("Name", "新书记"), ("From", new DateOnly(2012, 3, 1)));

        var participant = await app.InDbAsync(db => db.Participants.AsNoTracking().SingleAsync(row => row.BranchId == branch));
        Assert.Equal((World.Own, BranchType.Teacher, 20, "材料书记", World.Materials), (participant.BranchName, participant.BranchType, participant.FullMembers, participant.SecretaryName, participant.CommitteeName));
        Assert.Equal(10, await app.InDbAsync(db => db.Participants.CountAsync()));
        Assert.Contains(World.Own, (await _department.GetPageAsync($"/rounds/{id}/participants")).Text);

        // Nothing that was prepared can be changed any more without a reason.
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{id}/edit")).Code);
        var late = await _department.SendAsync($"/rounds/{id}/opening", await _department.TokensAsync());
        Assert.Equal(404, late.Code);
    }

    [Fact]
    public async Task Two_who_open_at_the_same_time_open_once()
    {
        var id = await _world.PrepareAsync();
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var posts = new[] { (Browser: _department, Fields: await _department.TokensAsync()), (Browser: second, Fields: await second.TokensAsync()) };
        var answers = await Task.WhenAll(posts.Select(post => post.Browser.SendAsync($"/rounds/{id}/opening", post.Fields)));
        foreach (var (answer, post) in answers.Zip(posts).Where(pair => pair.First.Code == 302))
            await post.Browser.WorkAsync(answer);
        Assert.Equal(10, await app.InDbAsync(db => db.Participants.CountAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.RoundOpened))));
    }

    [Fact]
    public async Task A_frozen_mistake_is_corrected_with_a_reason()
    {
        var id = await _world.OpenAsync();
        var address = $"/participants/{await _world.ParticipantAsync(id, World.Own)}/edit";
        Assert.Equal(400, (await _department.PostFormAsync(address, address, ("BranchName", "改正的名称"))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("BranchName", "改正的名称"), ("Reason", "名称漏了一字"))).Code);
        Assert.Equal("名称漏了一字", await app.InDbAsync(db => db.AuditEntries.Where(entry => entry.Event == nameof(AuditEvent.ParticipantCorrected)).Select(entry => entry.Reason).SingleAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_branch_left_out_with_a_reason_is_no_participant_and_comes_back(bool opened)
    {
        var id = opened ? await _world.OpenAsync() : await _world.PrepareAsync();
        var address = $"/rounds/{id}/exclusions/{_world.Branch(World.Own)}";
        Assert.Equal(400, (await _department.PostFormAsync(address, address)).Code);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Reason", "不足半年"))).Code);
        Assert.Equal(409, (await _department.PostFormAsync(address, address, ("Reason", "再一次"))).Code);
        var list = await _department.GetPageAsync($"/rounds/{id}/participants");
        Assert.Contains("不足半年", list.Text);
        if (opened)
            Assert.Equal((9, 1), await _world.ResultAsync(id) is var result ? (result.Outcomes.Count, result.Places) : default);
        Assert.Equal(302, (await _department.PostFormAsync($"/rounds/{id}/participants", $"{address}/removal")).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Rounds.SelectMany(round => round.Exclusions).CountAsync()));
    }

    [Fact]
    public async Task A_round_without_branches_does_not_open()
    {
        await app.SaveAsync(async db =>
        {
            foreach (var branch in await db.Branches.ToListAsync())
                branch.Dissolve(new DateOnly(2012, 3, 1));
        });
        var id = await _world.PrepareAsync();
        var refused = await _department.SendAsync($"/rounds/{id}/opening", await _department.TokensAsync());
        if (refused.Code == 302)
            Assert.Contains("没有参加评定的支部", (await _department.WorkAsync(refused)).Text);
        else
            Assert.Equal(409, refused.Code);
        Assert.False((await RoundAsync()).IsOpened);
    }

    [Fact]
    public async Task Before_the_first_result_every_rule_may_change_with_a_reason_after_it_the_cap_alone()
    {
        var id = await _world.OpenAsync();
        var rules = $"/rounds/{id}/rules";
        Assert.Equal(400, (await _department.PostFormAsync(rules, rules, ("BoundA", "91"))).Code);
        Assert.Equal(409, (await _department.PostFormAsync(rules, rules, ("Reason", "什么也没有改"))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(rules, rules, ("BoundA", "91"), ("Reason", "提高标准"))).Code);
        Assert.Equal(91, (await RoundAsync()).Rules.BoundA);

        await app.SaveAsync(async db =>
        {
            var review = new Domain.Assessments.PreliminaryReview(await db.Participants.Select(participant => participant.Id).MinAsync());
            review.Import(90, vetoed: false, null, null, "组织员", WebApp.Start.UtcDateTime);
            db.Add(review);
        });
        var fields = await _department.FillInAsync(rules, rules, ("Reason", "再提高"));
        fields.RemoveAll(field => field.Key.EndsWith("BoundA", StringComparison.Ordinal));
        fields.Add(KeyValuePair.Create("Form.Rules.BoundA", "92"));
        var refused = await _department.SendAsync(rules, fields);
        Assert.Equal(409, refused.Code);
        Assert.Contains("现在只能调整 A 级比例上限", refused.Text);
        Assert.Equal(302, (await _department.PostFormAsync(rules, rules, ("CapPercent", "25"), ("Reason", "逐步扩大"))).Code);
        var round = await RoundAsync();
        Assert.Equal((91m, 0.25m), (round.Rules.BoundA, round.Rules.CapShare));
        Assert.Equal(["提高标准", "逐步扩大"], await app.InDbAsync(db => db.Rounds.SelectMany(row => row.RuleChanges).OrderBy(change => change.Id).Select(change => change.Reason).ToListAsync()));
    }

    [Fact]
    public async Task Deadlines_move_with_a_reason_and_a_day_means_its_end()
    {
        var id = await _world.OpenAsync();
        var address = $"/rounds/{id}/deadlines";
        Assert.Equal(400, (await _department.PostFormAsync(address, address, ("ReportDay", "2012-04-05"))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("ReportDay", "2012-04-05"), ("ReportHour", ""), ("Reason", "清明放假"))).Code);
        Assert.Equal(new DateTime(2012, 4, 5, 16, 0, 0, DateTimeKind.Utc), (await RoundAsync()).Deadlines.Report);
    }

    [Fact]
    public async Task An_officer_sees_the_own_committee_s_branches_in_a_round_and_no_others()
    {
        var id = await _world.GradeAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        foreach (var page in new[] { $"/rounds/{id}", $"/rounds/{id}/committees/{_world.Committee(World.Materials)}", "/", "/committees", $"/rounds/{id}/forms" })
        {
            var answer = await officer.GetPageAsync(page);
            Assert.Equal(200, answer.Code);
            Assert.DoesNotContain("计算机", answer.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(World.Library, answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_a_branch_moved_its_round_stays_with_the_old_committee()
    {
        var id = await _world.GradeAsync();
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.SingleAsync(row => row.Name == World.Own);
            db.Entry(branch).Property(row => row.CommitteeId).CurrentValue = _world.Committee(World.Computing);
        });
        var (before, after) = (await _world.AsAsync(Actor.Officer), await _world.AsAsync(Actor.OtherOfficer));
        Assert.Contains(World.Own, (await before.GetPageAsync($"/rounds/{id}/committees/{_world.Committee(World.Materials)}")).Text);
        Assert.DoesNotContain(World.Own, (await after.GetPageAsync($"/rounds/{id}/committees/{_world.Committee(World.Computing)}")).Text);
        Assert.Equal((404, 200), ((await before.GetPageAsync($"/branches/{_world.Branch(World.Own)}")).Code, (await after.GetPageAsync($"/branches/{_world.Branch(World.Own)}")).Code));
    }

    [Fact]
    public async Task A_secretary_who_left_office_sees_the_branch_no_more()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var branch = _world.Branch(World.Own);
        Assert.Equal(200, (await secretary.GetPageAsync($"/branches/{branch}")).Code);
        var term = await app.InDbAsync(db => db.Terms.Where(row => row.BranchId == branch).Select(row => row.Id).SingleAsync());
        Assert.Equal(302, (await _department.PostFormAsync($"/terms/{term}/ending", $"/terms/{term}/ending", ("On", new DateOnly(2012, 3, 20)))).Code);
        Assert.Equal(404, (await secretary.GetPageAsync($"/branches/{branch}")).Code);
    }

    private Task<GradingRound> RoundAsync() => app.InDbAsync(db => db.Rounds.AsNoTracking().SingleAsync());

    private async Task OpenAsync(int id)
    {
        var page = await _department.WorkAsync(await _department.PostFormAsync($"/rounds/{id}/opening", $"/rounds/{id}/opening"));
        Assert.Contains("年度已开始", page.Html);
    }
}
