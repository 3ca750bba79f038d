using BranchGrading.Data.Identity;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Security;

/// <summary>What holds of every form: sent twice it acts once, added fields do nothing, and nobody's text is lost.</summary>
public sealed class FormTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    /// <summary>Forms that make or change something, each with what is typed: who, the page, where it posts, the fields, and the table that gains or changes rows.</summary>
    public static TheoryData<string> Kinds => ["committee", "branch", "person", "term", "ending", "dissolution", "round", "exclusion", "decision", "waiver", "account", "rules", "deadlines", "roles", "participant", "settings", "standard", "item", "scenario", "adoption", "renaming", "move", "split", "merger", "secretary", "floating"];

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_form_sent_twice_acts_once(string kind)
    {
        var (actor, page, address, fields) = await FormAsync(kind);
        var browser = await _world.AsAsync(actor);
        var filled = await FilledAsync(browser, kind, page, address, fields);
        var rowsBefore = await AuditRowsAsync();

        var first = await browser.SendAsync(address, filled);
        Assert.True(first.Code == 302, $"{first.Code}: {first.Text}");
        var after = await app.TablesAsync();
        var second = await browser.SendAsync(address, filled);

        Assert.Equal((302, first.Location), (second.Code, second.Location));
        Assert.Empty(WebApp.Changed(after, await app.TablesAsync()));
        Assert.Equal(rowsBefore + 1, await AuditRowsAsync());
        Assert.Contains("没有重复办理", (await browser.FollowAsync(second)).Html);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_form_sent_five_times_at_once_acts_once(string kind)
    {
        var (actor, page, address, fields) = await FormAsync(kind);
        var browser = await _world.AsAsync(actor);
        var filled = await FilledAsync(browser, kind, page, address, fields);
        var rowsBefore = await AuditRowsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.SendAsync(address, filled)));

        Assert.All(answers.Select(answer => answer.Code == 302 ? "" : answer.Text), Assert.Empty);
        Assert.Equal(rowsBefore + 1, await AuditRowsAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Fields_that_a_form_does_not_have_set_nothing(string kind)
    {
        var (actor, page, address, fields) = await FormAsync(kind);
        var browser = await _world.AsAsync(actor);
        var foreign = await app.TablesAsync();
        var filled = await FilledAsync(browser, kind, page, address, fields);
        foreach (var prefix in new[] { "", "Form.", "form." })
        {
            foreach (var (name, value) in new[]
            {
                ("Id", "999"), ("IsDemo", "true"), ("PersonId", "1"), ("AccountId", "1"), ("IsActive", "false"), ("CommitteeId", "1"), ("BranchId", "1"), ("RoundId", "999"), ("ParticipantId", "1"),
                ("DisplayOrder", "77"), ("PasswordHash", "x"), ("SecurityStamp", "x"), ("By", "别人"), ("At", "2001-01-01"), ("DecidedBy", "别人"), ("RecordedBy", "别人"), ("OpenedAt", "2001-01-01"),
                ("IsDisabled", "true"), ("MustChangePassword", "false"), ("Publication.FinalAt", "2001-01-01"), ("Committee.Name", "别的"), ("Person.Name", "别人"), ("Branch", "别的"),
            })
            {
                if (!filled.Any(field => field.Key.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
                    filled.Add(KeyValuePair.Create(prefix + name, value));
            }
        }

        // A branch's page may name persons to choose from; what is not offered there is not taken.
        filled.RemoveAll(field => kind == "term" && field.Key.EndsWith("PersonId", StringComparison.Ordinal));
        var answer = await browser.SendAsync(address, filled);
        Assert.True(answer.Code == 302, $"{answer.Code}: {answer.Text}");
        var expected = kind switch
        {
            "committee" => new[] { "Committees" },
            "branch" => ["Branches", "ChangedBranches", "Committees", "OrganisationChanges"],
            "person" => ["People"],
            "term" => ["Branches", "ChangedBranches", "OrganisationChanges", "People", "Terms"],
            "ending" => ["Terms"],
            "dissolution" => ["Branches", "ChangedBranches", "OrganisationChanges", "Terms"],
            "renaming" => ["Branches", "ChangedBranches", "OrganisationChanges"],
            "move" => ["Branches", "ChangedBranches", "Committees", "OrganisationChanges"],
            "split" => ["Branches", "ChangedBranches", "Committees", "OrganisationChanges"],
            "merger" => ["Branches", "ChangedBranches", "Committees", "OrganisationChanges", "Terms"],
            "secretary" => ["Branches", "ChangedBranches", "OrganisationChanges", "People", "Terms"],
            "floating" => ["FloatingMembers"],
            "round" => ["RoundStandards", "Rounds"],
            "exclusion" => ["Exclusions", "Rounds"],
            "decision" => ["Decisions", "Rounds"],
            "waiver" => ["Rounds", "Waivers"],
            "account" => ["Accounts", "AspNetUserRoles", "People"],
            "rules" => ["Rounds", "RuleChanges"],
            "deadlines" => ["Rounds"],
            "scenario" => ["Rounds", "Scenarios"],
            "adoption" => ["Rounds", "RuleChanges"],
            "roles" => ["Accounts", "AspNetUserRoles"],
            "participant" => ["Participants", "Rounds"],
            "standard" => ["ItemOptions", "StandardHeads", "StandardItems", "Standards"],
            "item" => ["StandardItems", "Standards"],
            _ => ["Settings"],
        };
        var changed = WebApp.Changed(foreign, await app.TablesAsync()).Except(["AuditEntries", "AuditHeads", "FormKeys"]).Order(StringComparer.Ordinal);
        Assert.Equal(expected, changed);
        await app.InDbAsync(async db =>
        {
            Assert.False(await db.Settings.Select(settings => settings.IsDemo).SingleAsync());
            Assert.False(await db.Users.AnyAsync(account => account.IsDisabled || account.PasswordHash == "x"));
            Assert.False(await db.People.AnyAsync(person => person.Name == "别人"));
            Assert.False(await db.Committees.AnyAsync(committee => committee.Name == "别的" || committee.DisplayOrder == 77));
            Assert.False(await db.Decisions.AnyAsync(decision => decision.DecidedBy == "别人"));
            Assert.False(await db.Waivers.AnyAsync(waiver => waiver.RecordedBy == "别人"));
            Assert.False(await db.Branches.AnyAsync(branch => branch.DisplayOrder == 77));
            return true;
        });
    }

    [Theory]
    [InlineData("committee-edit", "Name", "材料学院党委（甲）", "材料学院党委（乙）")]
    [InlineData("branch-edit", "Name", "材料教工甲支部", "材料教工乙支部")]
    [InlineData("person-edit", "Name", "书记甲", "书记乙")]
    [InlineData("settings", "SchoolName", "甲大学", "乙大学")]
    [InlineData("participant", "BranchName", "材料甲支部", "材料乙支部")]
    [InlineData("decision", "Reason", "理由甲", "理由乙")]
    [InlineData("rules", "CapPercent", "21", "22")]
    [InlineData("round-edit", "CapPercent", "21", "22")]
    [InlineData("scenario-edit", "Name", "甲方案", "乙方案")]
    [InlineData("scenario-edit", "CapPercent", "21", "22")]
    [InlineData("standard-name", "Name", "甲标准", "乙标准")]
    [InlineData("head-edit", "Name", "甲指标", "乙指标")]
    [InlineData("item-edit", "Guidance", "甲说明", "乙说明")]
    [InlineData("item-edit", "Options[0].Name", "甲情形", "乙情形")]
    [InlineData("floating-edit", "Host", "甲街道党支部", "乙街道党支部")]
    [InlineData("deadlines", "ReportDay", "2012-04-02", "2012-04-03")]
    public async Task A_stale_form_shows_both_texts_and_loses_neither(string kind, string field, string first, string second)
    {
        var (actor, page, address, fields) = await FormAsync(kind);
        var one = await _world.AsAsync(actor);
        var two = actor == Actor.Department ? await _world.AsAsync(Actor.SecondDepartment) : await _world.SignInAsync(World.UserName(actor));
        var byOne = await FilledAsync(one, kind, page, address, [.. fields, (field, first)]);
        var byTwo = await FilledAsync(two, kind, page, address, [.. fields, (field, second)]);

        var saved = await one.SendAsync(address, byOne);
        Assert.True(saved.Code == 302, $"{saved.Code}: {saved.Text}");
        var stale = await two.SendAsync(address, byTwo);

        Assert.Equal(409, stale.Code);
        Assert.Contains("您打开之后，这里被别人改过", stale.Text);
        Assert.Contains(Shown(first), stale.Text);
        Assert.Contains(Shown(second), stale.Text);
        Assert.True(await HoldsAsync(first), "The first text must still be stored.");

        // What was typed stands in the form and wins when it is saved once more.
        var again = stale.FillIn(address, page);
        Assert.Contains(again, value => value.Key.EndsWith(field, StringComparison.Ordinal) && value.Value == second);
        Assert.Equal(302, (await two.SendAsync(address, again)).Code);
        Assert.True(await HoldsAsync(second), "The second text must be stored now.");

        static string Shown(string value) => value.Replace("2012-04-02", "4月2日", StringComparison.Ordinal).Replace("2012-04-03", "4月3日", StringComparison.Ordinal);

        async Task<bool> HoldsAsync(string text)
        {
            var browser = await _world.AsAsync(actor);
            var known = await browser.FillInAsync(page, kind == "decision" ? address + "/preview" : address);
            return known.Any(value => value.Key.EndsWith(field, StringComparison.Ordinal) && value.Value == text);
        }
    }

    [Fact]
    public async Task A_form_key_of_somebody_else_is_refused()
    {
        var (actor, page, address, fields) = await FormAsync("committee");
        var browser = await _world.AsAsync(actor);
        var filled = await browser.FillInAsync(page, address, fields);
        await browser.SendAsync(address, filled);
        var other = await _world.AsAsync(Actor.SecondDepartment);
        var stolen = await other.FillInAsync(page, address, ("Name", "另一个党委"), ("Kind", CommitteeKind.PartyCommittee));
        stolen.RemoveAll(field => field.Key == "__FormKey");
        stolen.Add(filled.Single(field => field.Key == "__FormKey"));
        Assert.Equal(400, (await other.SendAsync(address, stolen)).Code);
    }

    [Fact]
    public async Task A_refused_form_can_be_corrected_and_sent_again()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var wrong = await browser.PostFormAsync("/committees/new", "/committees", ("Name", World.Materials), ("Kind", CommitteeKind.PartyCommittee));
        Assert.Equal(400, wrong.Code);
        Assert.Contains($"已经有名为「{World.Materials}」的二级党组织", wrong.Text);
        var corrected = wrong.FillIn("/committees", "/committees/new", ("Name", "外国语学院党委"));
        Assert.Equal(302, (await browser.SendAsync("/committees", corrected)).Code);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_everywhere()
    {
        const string Payload = "<script>alert(1)</script>\"'><img src=x>";
        var department = await _world.AsAsync(Actor.Department);
        var own = _world.Branch(World.Own);
        Assert.Equal(302, (await department.PostFormAsync($"/branches/{own}/edit", $"/branches/{own}", ("Name", Payload))).Code);
        Assert.Equal(302, (await department.PostFormAsync("/committees/new", "/committees", ("Name", Payload), ("Kind", CommitteeKind.PartyCommittee))).Code);
        var person = await app.InDbAsync(db => db.People.Where(row => row.Name == "材料书记").Select(row => row.Id).SingleAsync());
        Assert.Equal(302, (await department.PostFormAsync($"/people/{person}/edit", $"/people/{person}", ("Name", "<script>alert(1)</script>"))).Code);
        var roundId = await _world.GradeAsync(2012, null);
        var participant = await app.InDbAsync(db => db.Participants.Where(row => row.BranchId == own).Select(row => row.Id).SingleAsync());
        var decision = $"/participants/{participant}/decision";
        Assert.Equal(302, (await department.DecideAsync(participant, Grade.C, Payload)).Code);

        var draft = await _world.DraftAsync("本校教工标准");
        var (standard, head, item) = ($"/standards/{draft.Id}", $"/standards/{draft.Id}/heads/{draft.Heads[0].Id}", $"/standards/{draft.Id}/items/{draft.Heads[0].Items[0].Id}");
        Assert.Equal(302, (await department.PostFormAsync($"{item}/edit", item, ("Name", Payload), ("Guidance", Payload), ("Evidence", Payload), ("Options[0].Name", Payload))).Code);
        Assert.Equal(302, (await department.PostFormAsync($"{head}/edit", head, ("Name", Payload))).Code);
        Assert.Equal(302, (await department.PostFormAsync($"{standard}/name", $"{standard}/name", ("Name", Payload))).Code);

        foreach (var (actor, page) in new[]
        {
            (Actor.Department, "/standards"), (Actor.Department, standard), (Actor.Department, $"{standard}/edit"), (Actor.Department, $"{standard}/preview"), (Actor.Department, $"{standard}/deletion"), (Actor.Department, $"{standard}/name"),
            (Actor.Department, $"{standard}/copies/new"), (Actor.Department, $"{head}/edit"), (Actor.Department, $"{head}/deletion"), (Actor.Department, $"{head}/items/new"), (Actor.Department, $"{item}/edit"), (Actor.Department, $"{item}/deletion"),
            (Actor.Department, "/"), (Actor.Department, "/committees"), (Actor.Department, $"/committees/{_world.Committee(World.Materials)}"), (Actor.Department, $"/branches/{own}"), (Actor.Department, $"/branches/{own}/edit"),
            (Actor.Department, "/people"), (Actor.Department, $"/people/{person}"), (Actor.Department, "/accounts"), (Actor.Department, $"/rounds/{roundId}"), (Actor.Department, $"/rounds/{roundId}/participants"),
            (Actor.Department, $"/rounds/{roundId}/grades"), (Actor.Department, $"/rounds/{roundId}/grades/{participant}"), (Actor.Department, decision), (Actor.Department, $"/branches/{own}/dissolution"),
            (Actor.Auditor, "/audit"), (Actor.Officer, "/"), (Actor.Secretary, "/"),
        })
        {
            var answer = await (await _world.AsAsync(actor)).GetPageAsync(page);
            Assert.Equal(200, answer.Code);
            Assert.DoesNotContain("<script>alert", answer.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", answer.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Full_width_digits_are_read_as_digits()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var id = _world.Branch(World.Own);
        Assert.Equal(302, (await browser.PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("FullMembers", "３７"))).Code);
        Assert.Equal(37, await app.InDbAsync(db => db.Branches.Where(branch => branch.Id == id).Select(branch => branch.FullMembers).SingleAsync()));
    }

    [Theory]
    [InlineData("SystemAdministrator", "Auditor")]
    [InlineData("SystemAdministrator", "OrganizationDepartment")]
    [InlineData("Auditor", "BranchSecretary")]
    public async Task Roles_that_exclude_one_another_are_refused(string one, string other)
    {
        var id = _world.Account(Actor.OtherSecretary);
        var answer = await (await _world.AsAsync(Actor.Administrator)).PostFormAsync($"/accounts/{id}/edit", $"/accounts/{id}", ("Roles", new[] { one, other }));
        Assert.Equal(400, answer.Code);
        Assert.Equal([Roles.BranchSecretary], await app.InDbAsync(db => db.UserRoles.Where(link => link.UserId == id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync()));
    }

    /// <summary>The form that acts, filled in: a decision's comes with the preview of what it would move.</summary>
    private static async Task<List<KeyValuePair<string, string>>> FilledAsync(HttpClient browser, string kind, string page, string address, (string Name, object? Value)[] fields) => kind == "decision"
        ? (await browser.PreviewAsync(await browser.GetPageAsync(page), fields)).FillIn(address, page)
        : await browser.FillInAsync(page, address, fields);

    private Task<int> AuditRowsAsync() => app.InDbAsync(db => db.AuditEntries.CountAsync());

    private async Task<(Actor Actor, string Page, string Address, (string, object?)[] Fields)> FormAsync(string kind)
    {
        var branch = _world.Branch("材料硕士生支部");
        switch (kind)
        {
            case "committee":
                return (Actor.Department, "/committees/new", "/committees", [("Name", "外国语学院党委"), ("Kind", CommitteeKind.PartyCommittee)]);
            case "committee-edit":
                var committee = $"/committees/{_world.Committee(World.Materials)}";
                return (Actor.Department, $"{committee}/edit", committee, []);
            case "branch":
                var unit = $"/committees/{_world.Committee(World.Materials)}/branches";
                return (Actor.Department, $"{unit}/new", unit, [("Name", "材料博士生支部"), ("Type", BranchType.Student), ("FullMembers", 9), ("ProbationaryMembers", 0)]);
            case "branch-edit":
                return (Actor.Department, $"/branches/{_world.Branch(World.Own)}/edit", $"/branches/{_world.Branch(World.Own)}", []);
            case "person":
                return (Actor.Department, "/people/new", "/people", [("Name", "新人"), ("StaffNumber", "20120001")]);
            case "person-edit":
                var person = await app.InDbAsync(db => db.People.Where(row => row.Name == "材料书记").Select(row => row.Id).SingleAsync());
                return (Actor.Department, $"/people/{person}/edit", $"/people/{person}", []);
            case "term":
                return (Actor.Department, $"/branches/{branch}/terms/new", $"/branches/{branch}/terms", [("Post", Post.Secretary), ("Name", "新书记"), ("From", new DateOnly(2012, 3, 1))]);
            case "ending":
                var term = await app.InDbAsync(db => db.Terms.Where(row => row.BranchId == branch).Select(row => row.Id).SingleAsync());
                return (Actor.Department, $"/terms/{term}/ending", $"/terms/{term}/ending", [("On", new DateOnly(2012, 3, 19))]);
            case "dissolution":
                return (Actor.Department, $"/branches/{branch}/dissolution", $"/branches/{branch}/dissolution", [("Reason", "学生毕业")]);
            case "renaming":
                return (Actor.Department, $"/branches/{branch}/renaming", $"/branches/{branch}/renaming", [("Name", "材料研究生支部"), ("DocumentNumber", "校组字〔2012〕1 号")]);
            case "move":
                return (Actor.Department, $"/branches/{branch}/move", $"/branches/{branch}/move", [("CommitteeId", _world.Committee(World.Computing))]);
            case "split":
                return (Actor.Department, $"/branches/{branch}/split", $"/branches/{branch}/split", [("GoesOn", true), ("Form.Parts[0].Name", "材料博士生支部"), ("Form.Parts[0].FullMembers", 5)]);
            case "merger":
                return (Actor.Department, $"/organisation-changes/mergers/new?branches={branch}&branches={_world.Branch(World.Own)}", "/organisation-changes/mergers", [("Into", 0), ("Name", "材料联合支部")]);
            case "secretary":
                return (Actor.Department, $"/branches/{branch}/secretary", $"/branches/{branch}/secretary", [("Name", "新书记")]);
            case "floating":
                return (Actor.Secretary, $"/branches/{_world.Branch(World.Own)}/floating-members", $"/branches/{_world.Branch(World.Own)}/floating-members", [("Place", "深圳"), ("Count", 2)]);
            case "floating-edit":
                var floating = await app.SaveAsync(db => Task.FromResult(db.Add(new FloatingMembers(_world.Branch(World.Own), "深圳", 2, null, "书记", WebApp.Start.UtcDateTime)).Entity));
                return (Actor.Secretary, $"/floating-members/{floating.Id}/edit", $"/floating-members/{floating.Id}", []);
            case "round":
                return (Actor.Department, "/rounds/new", "/rounds", []);
            case "round-edit":
                var preparing = await _world.PrepareAsync();
                return (Actor.Department, $"/rounds/{preparing}/edit", $"/rounds/{preparing}/edit", []);
            case "account":
                return (Actor.Administrator, "/accounts/new", "/accounts", [("Name", "新督查员"), ("StaffNumber", "20120002"), ("Roles", new[] { Roles.Inspector })]);
            case "roles":
                var account = _world.Account(Actor.OtherSecretary);
                return (Actor.Administrator, $"/accounts/{account}/edit", $"/accounts/{account}", [("Roles", new[] { Roles.CommitteeOfficer })]);
            case "standard":
                return (Actor.Department, "/standards/new", "/standards", [("Name", "本校学生标准"), ("Kind", StandardKind.Student)]);
            case "item" or "standard-name" or "head-edit" or "item-edit":
                var draft = await _world.DraftAsync("本校教工标准");
                var standard = $"/standards/{draft.Id}";
                var (head, item) = ($"{standard}/heads/{draft.Heads[0].Id}", $"{standard}/items/{draft.Heads[0].Items[0].Id}");
                return kind switch
                {
                    "item" => (Actor.Department, $"{head}/items/new", $"{head}/items", [("Name", "谈心谈话"), ("MaxPoints", 2)]),
                    "standard-name" => (Actor.Department, $"{standard}/name", $"{standard}/name", []),
                    "head-edit" => (Actor.Department, $"{head}/edit", head, []),
                    _ => (Actor.Department, $"{item}/edit", item, []),
                };
            case "settings":
                return (Actor.Administrator, "/settings", "/settings", SettingsFields());
            default:
                var round = kind is "rules" or "deadlines" or "adoption" ? await _world.OpenAsync() : await _world.GradeAsync();
                var participant = $"/participants/{await _world.ParticipantAsync(round, World.Own)}";
                return kind switch
                {
                    "exclusion" => (Actor.Department, $"/rounds/{round}/exclusions/{branch}", $"/rounds/{round}/exclusions/{branch}", [("Reason", "成立不足半年")]),
                    "decision" => (Actor.Department, $"{participant}/decision", $"/rounds/{round}/decisions", [("Grade", Grade.B), ("Reason", "会议研究")]),
                    "evidence" => (Actor.Department, $"{participant}/evidence/new", $"{participant}/evidence", [("Kind", "Interview"), ("On", new DateOnly(2012, 3, 19)), ("Content", "个别访谈")]),
                    "evaluation" => (Actor.Department, $"{participant}/evaluation", $"{participant}/evaluation", [("Method", "Total"), ("Total", "80"), ("Reason", "抽查")]),
                    "sample" => (Actor.Department, $"/rounds/{round}/sample", $"/rounds/{round}/sample", [("Branches", 1)]),
                    "waiver" => (Actor.Department, $"{participant}/waiver", $"{participant}/waiver", [("ApprovedBy", "党委会"), ("Reason", "表现突出"), ("DocumentNumber", "校党字〔2012〕5 号")]),
                    "participant" => (Actor.Department, $"{participant}/edit", $"{participant}/edit", [("BranchName", "材料教工第一支部"), ("Reason", "名称有误")]),
                    "rules" => (Actor.Department, $"/rounds/{round}/rules", $"/rounds/{round}/rules", [("CapPercent", "30"), ("Reason", "逐步扩大")]),
                    "scenario" => (Actor.Department, $"/rounds/{round}/scenarios", $"/rounds/{round}/scenarios", [("Name", "放宽"), ("CapPercent", "30")]),
                    "scenario-edit" or "adoption" => (Actor.Department, await ScenarioAsync(round) + (kind == "adoption" ? "/adoption" : ""), await ScenarioAsync(round) + (kind == "adoption" ? "/adoption" : ""), kind == "adoption" ? [("Reason", "会议研究")] : []),
                    "deadlines" => (Actor.Department, $"/rounds/{round}/deadlines", $"/rounds/{round}/deadlines", [("ReportDay", new DateOnly(2012, 4, 5)), ("Reason", "清明放假")]),
                    _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
                };
        }
    }

    private async Task<string> ScenarioAsync(int roundId)
    {
        var known = await app.InDbAsync(db => db.Scenarios.AsNoTracking().SingleOrDefaultAsync());
        known ??= await app.SaveAsync(db => Task.FromResult(db.Add(new Domain.Rounds.Scenario(roundId, "放宽", Domain.Rounds.RoundRules.Default with { CapShare = 0.3m }, "部长", WebApp.Start.UtcDateTime)).Entity));
        return $"/rounds/{roundId}/scenarios/{known.Id}";
    }

    private static (string, object?)[] SettingsFields() => [("SchoolName", $"示例大学 {Guid.NewGuid():N}"[..20])];
}
