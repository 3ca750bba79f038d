using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

public sealed class DecisionTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    /// <summary>Ten branches, two places: the first two keep A, the third is lowered by the cap.</summary>
    private static readonly (string, decimal)[] ThreeForTwo = [(World.Own, 96), (World.Foreign, 95), ("材料机关支部", 94)];

    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_two_keep_A_and_the_third_reads_why_not()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        Assert.Equal("A A B", string.Join(' ', await Task.WhenAll(ThreeForTwo.Select(score => _world.GradeOfAsync(roundId, score.Item1)))));
        var page = await _department.GetPageAsync($"/rounds/{roundId}/grades/{await _world.ParticipantAsync(roundId, "材料机关支部")}");
        Assert.Contains("名额 2，列第 3", page.Text);
    }

    [Fact]
    public async Task A_decision_names_beforehand_whom_it_moves_and_moves_them()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var preview = await _department.PreviewAsync(await _department.GetPageAsync($"/participants/{own}/decision"), ("Grade", Grade.B), ("Reason", "书记调离"));
        Assert.Equal(200, preview.Code);
        Assert.Contains("材料机关支部", preview.Text);
        Assert.DoesNotContain(World.Foreign, preview.Text);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));

        var done = await _department.ConfirmDecisionAsync(preview);
        Assert.Equal((302, $"/rounds/{roundId}/grades/{own}"), (done.Code, done.Location));
        Assert.Equal((Grade.B, Grade.A), (await _world.GradeOfAsync(roundId, World.Own), await _world.GradeOfAsync(roundId, "材料机关支部")));
        Assert.Contains("书记调离", (await _department.GetPageAsync(done.Location!)).Text);
    }

    [Fact]
    public async Task A_decision_taken_back_gives_the_computed_grade_again()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await _department.DecideAsync(own, Grade.C);
        Assert.Equal(Grade.C, await _world.GradeOfAsync(roundId, World.Own));
        Assert.Equal(302, (await TakeBackAsync(roundId, own)).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));
    }

    [Fact]
    public async Task More_A_than_places_are_refused_with_the_figures_and_what_was_typed_stays()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, "材料机关支部"), Grade.A)).Code);
        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, "材料退休支部"), Grade.A)).Code);
        var third = await _world.ParticipantAsync(roundId, World.Own);
        var answer = await _department.DecideAsync(third, Grade.A, "也很先进");
        Assert.Equal(409, answer.Code);
        Assert.Contains("名额是 2 个，已决定的 A 级有 3 个", answer.Text);
        // Who holds the places is named, and what was typed can be sent again.
        Assert.Contains("材料退休支部", answer.Text);
        Assert.Contains("也很先进", answer.Html);
        Assert.Empty(answer.Document.QuerySelectorAll("form[action$=decisions]"));

        Assert.Equal(2, await app.InDbAsync(db => db.Decisions.CountAsync()));
    }

    [Theory]
    [InlineData(null, "理由")]
    [InlineData("理", null)]
    public async Task A_decision_needs_a_grade_and_a_reason(string? reason, string? grade)
    {
        var roundId = await _world.GradeAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var answer = await _department.PreviewAsync(await _department.GetPageAsync($"/participants/{own}/decision"), ("Grade", grade is null ? "" : "B"), ("Reason", reason ?? ""));
        Assert.Equal(400, answer.Code);
    }

    [Fact]
    public async Task A_skipped_level_needs_an_approved_exception()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.C));
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, World.Own));
        var refused = await _department.DecideAsync(own, Grade.A);
        Assert.Equal(409, refused.Code);
        Assert.Contains("不能越级评为 A", refused.Text);

        Assert.Equal(302, (await _department.PostFormAsync($"/participants/{own}/waiver", $"/participants/{own}/waiver", ("ApprovedBy", "党委会"), ("Reason", "抢险有功"), ("DocumentNumber", "校党字〔2012〕5 号"))).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));
        Assert.Contains("校党字〔2012〕5 号", (await _department.GetPageAsync($"/rounds/{roundId}/grades/{own}")).Text);
        Assert.Equal(302, (await _department.DecideAsync(own, Grade.A)).Code);

        // The exception cannot lapse while a decision rests on it.
        var page = $"/rounds/{roundId}/grades/{own}";
        var lapse = await _department.PostFormAsync(page, $"/participants/{own}/waiver/removal");
        Assert.Equal(409, lapse.Code);
        Assert.Equal(1, await app.InDbAsync(db => db.Waivers.CountAsync()));
        Assert.Equal(302, (await TakeBackAsync(roundId, own)).Code);
        Assert.Equal(302, (await _department.PostFormAsync(page, $"/participants/{own}/waiver/removal")).Code);
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, World.Own));
    }

    [Fact]
    public async Task One_branch_has_one_exception()
    {
        var roundId = await _world.GradeAsync();
        var waiver = $"/participants/{await _world.ParticipantAsync(roundId, World.Own)}/waiver";
        (string, object?)[] fields = [("ApprovedBy", "党委会"), ("Reason", "表现突出"), ("DocumentNumber", "5 号")];
        Assert.Equal(302, (await _department.PostFormAsync(waiver, waiver, fields)).Code);
        Assert.Equal(409, (await _department.PostFormAsync(waiver, waiver, fields)).Code);
        Assert.Equal(1, await app.InDbAsync(db => db.Waivers.CountAsync()));
    }

    [Fact]
    public async Task Equals_at_the_cut_wait_for_a_decision()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 97), (World.Foreign, 95), ("材料机关支部", 95));
        var list = await _department.GetPageAsync($"/rounds/{roundId}/grades?show=ties");
        Assert.Equal(2, list.Document.QuerySelectorAll(".desk-table tbody tr[data-f]:not([hidden])").Length);
        Assert.Contains("余 1 个名额", list.Text);
        Assert.Contains("并列待定", (await _department.GetPageAsync($"/rounds/{roundId}/publication")).Text);

        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, World.Foreign), Grade.A)).Code);
        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, "材料机关支部"), Grade.B)).Code);
        Assert.NotNull((await _department.GetPageAsync($"/rounds/{roundId}/publication")).Document.QuerySelector("form[action$=publication]"));
    }

    [Fact]
    public async Task A_branch_that_cannot_be_graded_cannot_be_decided()
    {
        var roundId = await _world.OpenAsync();
        var answer = await _department.DecideAsync(await _world.ParticipantAsync(roundId, World.Own), Grade.B);
        Assert.Equal(409, answer.Code);
        Assert.Contains("材料不全", answer.Text);
    }

    [Fact]
    public async Task An_excluded_branch_that_takes_a_place_away_from_a_decision_is_refused()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        foreach (var name in new[] { World.Own, World.Foreign })
            Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, name), Grade.A)).Code);
        var address = $"/rounds/{roundId}/exclusions/{_world.Branch("材料退休支部")}";
        var answer = await _department.PostFormAsync(address, address, ("Reason", "不足半年"));
        Assert.Equal(409, answer.Code);
        Assert.Contains("名额是 1 个", answer.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.Rounds.SelectMany(round => round.Exclusions).CountAsync()));
    }

    [Fact]
    public async Task A_lower_cap_is_refused_while_more_are_decided()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        foreach (var name in new[] { World.Own, World.Foreign })
            await _department.DecideAsync(await _world.ParticipantAsync(roundId, name), Grade.A);
        var rules = $"/rounds/{roundId}/rules";
        Assert.Equal(409, (await _department.PostFormAsync(rules, rules, ("CapPercent", 10), ("Reason", "收紧"))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(rules, rules, ("CapPercent", 30), ("Reason", "逐步扩大"))).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, "材料机关支部"));
    }

    [Fact]
    public async Task Places_can_move_from_one_group_to_another_but_not_be_made()
    {
        var roundId = await _world.GradeAsync(2012, new RoundRules { CapScope = CapScope.Committee }, (World.Own, 96), ("材料机关支部", 95), (World.Foreign, 70));
        var address = $"/rounds/{roundId}/place-transfers";
        var (materials, computing) = ($"{_world.Committee(World.Materials)}", $"{_world.Committee(World.Computing)}");
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, "材料机关支部"));
        Assert.Equal(409, (await _department.PostFormAsync(address, address, ("From", computing), ("To", materials), ("Places", 2), ("Reason", "调剂"))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("From", computing), ("To", materials), ("Places", 1), ("Reason", "计算机没有用完"))).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, "材料机关支部"));
    }

    [Fact]
    public async Task Eight_decisions_at_once_never_take_more_places_than_there_are()
    {
        var roundId = await _world.GradeAsync(2012, null, [.. World.BranchNames.Select(name => (name, 95m))]);
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var previews = new List<(HttpClient Browser, Answer Page)>();
        foreach (var (name, index) in World.BranchNames.Take(8).Select((name, index) => (name, index)))
        {
            var browser = index % 2 == 0 ? _department : second;
            var page = await browser.GetPageAsync($"/participants/{await _world.ParticipantAsync(roundId, name)}/decision");
            previews.Add((browser, await browser.PreviewAsync(page, ("Grade", Grade.A), ("Reason", "先进"))));
        }

        // Whoever loses is shown the new figures and may confirm those, until nothing is left.
        var answers = await Task.WhenAll(previews.Select(async preview =>
        {
            var answer = await preview.Browser.ConfirmDecisionAsync(preview.Page);
            while (answer.Code == 409 && answer.Document.QuerySelector("form[action$=decisions]") is not null)
                answer = await preview.Browser.ConfirmDecisionAsync(answer);
            return answer;
        }));

        Assert.Equal(2, answers.Count(answer => answer.Code == 302));
        Assert.All(answers.Where(answer => answer.Code != 302), answer =>
        {
            Assert.Equal(409, answer.Code);
            Assert.Contains("名额是 2 个", answer.Text);
        });
        Assert.Equal(2, await app.InDbAsync(db => db.Decisions.CountAsync(decision => decision.Grade == Grade.A)));
    }

    private async Task<Answer> TakeBackAsync(int roundId, int participant)
    {
        var preview = await _department.PreviewAsync(await _department.GetPageAsync($"/rounds/{roundId}/grades/{participant}"));
        Assert.Equal(200, preview.Code);
        return await _department.ConfirmDecisionAsync(preview);
    }

    [Fact]
    public async Task Whoever_leads_the_branch_leaves_the_decision_to_others()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(row => row.Terms).ThenInclude(term => term.Person).SingleAsync(row => row.Name == World.Own);
            branch.AppointSecretary(await db.People.SingleAsync(person => person.Name == "部长"), new DateOnly(2012, 1, 1), null, new DateOnly(2012, 3, 20));
        });
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var refused = await _department.PreviewAsync(await _department.GetPageAsync($"/participants/{own}/decision"), ("Grade", Grade.B), ("Reason", "试试"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("回避", refused.Text);
        Assert.Equal(302, (await (await _world.AsAsync(Actor.SecondDepartment)).DecideAsync(own, Grade.B)).Code);
    }

    [Fact]
    public async Task A_branch_left_out_takes_its_decision_with_it()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var own = await _world.ParticipantAsync(roundId, World.Own);
        Assert.Equal(302, (await _department.DecideAsync(own, Grade.C)).Code);
        var address = $"/rounds/{roundId}/exclusions/{_world.Branch(World.Own)}";
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Reason", "即将撤销"))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Decisions.CountAsync()));
        Assert.Equal(302, (await _department.PostFormAsync($"/rounds/{roundId}/participants", address + "/removal")).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));
    }

    [Theory]
    [InlineData("B,C")]
    [InlineData("3")]
    [InlineData("E")]
    public async Task A_grade_is_one_letter(string grade)
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var answer = await _department.PreviewAsync(await _department.GetPageAsync($"/participants/{own}/decision"), ("Grade", grade), ("Reason", "试试"));
        Assert.Equal(400, answer.Code);
        Assert.Contains("请重新选择", answer.Text);
    }

    [Fact]
    public async Task A_reason_of_three_hundred_characters_may_have_lines()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var own = await _world.ParticipantAsync(roundId, World.Own);
        Assert.Equal(302, (await _department.DecideAsync(own, Grade.B, string.Concat(Enumerable.Repeat("长\r\n", 149)) + "完了")).Code);
    }
}
