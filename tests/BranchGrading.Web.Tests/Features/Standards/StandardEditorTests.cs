using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Standards;

public sealed class StandardEditorTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Example", "Student", 26, "100")]
    [InlineData("Example", "Staff", 26, "100")]
    [InlineData("Blank", "Staff", 1, "100")]
    public async Task A_new_standard_begins_with_the_example_or_with_one_item(string start, string kind, int items, string marks)
    {
        var answer = await _department.PostFormAsync("/standards/new", "/standards", ("Name", "江州大学标准"), ("Kind", kind), ("Start", start));
        Assert.Equal(302, answer.Code);
        var page = await _department.FollowAsync(answer);
        Assert.Contains("已新建「江州大学标准」", page.Text);
        var standard = await FindAsync(IdIn(answer.Location!));
        Assert.Equal(("江州大学标准", 1, false, kind), (standard.Name, standard.VersionNumber, standard.IsExample, standard.Kind.ToString()));
        Assert.Equal(items, standard.Items.Count(item => item.Method != ItemMethod.Veto));
        Assert.Equal(decimal.Parse(marks), standard.FullMarks(standard.Kind.BranchTypes()[0]));
        Assert.Equal(nameof(AuditEvent.StandardCreated), (await LastAsync()).Event);
    }

    [Fact]
    public async Task A_name_that_another_standard_has_is_refused_beside_its_field()
    {
        await _world.DraftAsync("本校标准");
        var answer = await _department.PostFormAsync("/standards/new", "/standards", ("Name", " 本校　标准"), ("Kind", StandardKind.Staff));
        Assert.Equal(400, answer.Code);
        Assert.Contains("已经有名为「本校　标准」的标准", answer.Document.QuerySelector(".field-error")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Items))]
    public async Task An_item_of_every_method_is_added_as_typed_and_shown_again(string method, string fields, string shown)
    {
        var draft = await _world.DraftAsync("本校标准");
        var address = $"/standards/{draft.Id}/heads/{draft.Heads[1].Id}/items";
        (string, object?)[] typed = [("Name", "新项目"), ("Method", method), ("Guidance", "第一段\n第二段"), ("Evidence", "会议记录"), .. fields.Split('|').Select(field => field.Split('=')).Select(pair => (pair[0], (object?)pair[1]))];
        var answer = await _department.PostFormAsync(address + "/new", address, typed);
        Assert.True(answer.Code == 302, $"{answer.Code}: {answer.Text}");

        var item = (await FindAsync(draft.Id)).Items.Single(item => item.Name == "新项目");
        Assert.Equal((method, "会议记录", 6), (item.Method.ToString(), item.RequiredEvidence, item.Order));
        Assert.Contains(shown, (await _department.GetPageAsync($"/standards/{draft.Id}")).Text);

        // What the form shows of it is what makes it.
        var again = await _department.PostFormAsync($"/standards/{draft.Id}/items/{item.Id}/edit", $"/standards/{draft.Id}/items/{item.Id}", ("Guidance", "换了说明"));
        Assert.True(again.Code == 302, $"{again.Code}: {again.Text}");
        var saved = (await FindAsync(draft.Id)).FindItem(item.Id)!;
        Assert.Equal(
            (item.Method, item.MaxPoints, item.UnitPoints, item.BonusKind, item.Panel, "换了说明"),
            (saved.Method, saved.MaxPoints, saved.UnitPoints, saved.BonusKind, saved.Panel, saved.Guidance));
        Assert.Equal(item.Options.OrderBy(option => option.Order).Select(option => (option.Id, option.Name, option.Points)), saved.Options.OrderBy(option => option.Order).Select(option => (option.Id, option.Name, option.Points)));
        Assert.Equal(item.NotApplicableTo, saved.NotApplicableTo);
    }

    public static TheoryData<string, string, string> Items => new()
    {
        { "Points", "MaxPoints=４.５|NotApplicable=Retired", "按说明打分，0 到 4.5 分。" },
        { "Options", "Options[0].Name=按期|Options[0].Points=4.5|Options[1].Name=一般|Options[1].Points=2.25|Options[3].Name=缺开|Options[3].Points=0", "一般：2.25 分" },
        { "Deduction", "MaxPoints=3|UnitPoints=0.5", "从 3 分起，每有一次扣 0.5 分，扣完为止。" },
        { "Bonus", "MaxPoints=2|UnitPoints=1", "最多 2 分，计入满分。" },
        { "Bonus", "MaxPoints=2|UnitPoints=1|BonusKind=BeyondFullMarks", "最多 2 分，在满分之外。" },
        { "Vote", "MaxPoints=7|Panel=Masses", "由群众测评的满意率折算" },
        { "Veto", "MaxPoints=乱写|Options[0].Name=不读", "由二级党组织或学校认定。" },
    };

    [Theory]
    [InlineData("Name=", "请填写项目名称。")]
    [InlineData("Name=新|MaxPoints=", "请填写分值。")]
    [InlineData("Name=新|MaxPoints=0", "应大于 0。")]
    [InlineData("Name=新|MaxPoints=三分", "「三分」不是数字。")]
    [InlineData("Name=新|Method=Deduction|MaxPoints=3", "请填写每次扣几分。")]
    [InlineData("Name=新|Method=Bonus|MaxPoints=3|UnitPoints=-1", "应大于 0。")]
    [InlineData("Name=新|Method=Vote|MaxPoints=3", "请选择由谁测评。")]
    [InlineData("Name=新|Method=Options|Options[0].Name=好|Options[0].Points=3", "至少要写两种情形。")]
    [InlineData("Name=新|Method=Options|Options[0].Name=好|Options[0].Points=3|Options[1].Points=1", "第 2 行有分值，请写明是什么情形。")]
    [InlineData("Name=新|Method=Options|Options[0].Name=好|Options[0].Points=3|Options[1].Name=差", "请填写「差」的分值，没有分填 0。")]
    public async Task What_an_item_lacks_is_said_and_what_was_typed_stays(string fields, string sentence)
    {
        var draft = await _world.DraftAsync("本校标准");
        var address = $"/standards/{draft.Id}/heads/{draft.Heads[0].Id}/items";
        var before = await app.TablesAsync();
        var answer = await _department.PostFormAsync(address + "/new", address, [.. fields.Split('|').Select(field => field.Split('=')).Select(pair => (pair[0], (object?)pair[1])), ("Guidance", "说明还在")]);
        Assert.Equal(400, answer.Code);
        Assert.Contains(answer.Document.QuerySelectorAll(".field-error"), error => error.TextContent.Contains(sentence, StringComparison.Ordinal));
        Assert.Contains(answer.FillIn(address, address), field => field is { Key: "Form.Guidance", Value: "说明还在" });
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
    }

    [Theory]
    [InlineData("Name=班子健全|MaxPoints=3", "「领导班子好」里有两个「班子健全」")]
    [InlineData("Name=新|MaxPoints=1.005", "最多两位小数。")]
    [InlineData("Name=新|MaxPoints=1001", "最多 1000 分。")]
    [InlineData("Name=新|Method=Options|Options[0].Name=好|Options[0].Points=3|Options[1].Name=好|Options[1].Points=1", "「新」有重名的选项")]
    public async Task What_the_standard_refuses_is_said_with_the_reason(string fields, string reason)
    {
        var draft = await _world.DraftAsync("本校标准");
        var address = $"/standards/{draft.Id}/heads/{draft.Heads[0].Id}/items";
        var answer = await _department.PostFormAsync(address + "/new", address, [.. fields.Split('|').Select(field => field.Split('=')).Select(pair => (pair[0], (object?)pair[1]))]);
        Assert.Equal(409, answer.Code);
        Assert.Contains(reason, answer.Text);
    }

    [Fact]
    public async Task Another_row_for_a_choice_needs_no_script_and_stores_nothing()
    {
        var draft = await _world.DraftAsync("本校标准");
        var address = $"/standards/{draft.Id}/items/{draft.Heads[0].Items[0].Id}";
        var before = await app.TablesAsync();
        var page = await _department.PostFormAsync(address + "/edit", address, ("Options[0].Points", "不是数"), ("Options[3].Name", "新情形"), ("more", "true"));
        Assert.Equal(200, page.Code);
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
        Assert.Empty(page.Document.QuerySelectorAll(".field-error, .error-summary"));
        var filled = page.FillIn(address, address);
        Assert.Equal(5, filled.Count(field => field.Key.StartsWith("Form.Options", StringComparison.Ordinal) && field.Key.EndsWith("Name", StringComparison.Ordinal)));
        Assert.Contains(filled, field => field is { Key: "Form.Options[0].Points", Value: "不是数" });

        var saved = await _department.SendAsync(address, page.FillIn(address, address, ("Options[0].Points", "2.5"), ("Options[3].Points", "0.5"), ("Options[4].Name", "又一种"), ("Options[4].Points", "0")));
        Assert.True(saved.Code == 302, saved.Text);
        Assert.Equal([2.5m, 1m, 0m, 0.5m, 0m], (await FindAsync(draft.Id)).FindItem(draft.Heads[0].Items[0].Id)!.Options.OrderBy(option => option.Order).Select(option => option.Points));
    }

    [Fact]
    public async Task A_changed_item_keeps_its_number_and_leaves_no_choices_behind()
    {
        var draft = await _world.DraftAsync("本校标准");
        var item = draft.Heads[0].Items[0];
        var options = await OptionsAsync();
        var address = $"/standards/{draft.Id}/items/{item.Id}";
        Assert.Equal(302, (await _department.PostFormAsync(address + "/edit", address, ("Method", ItemMethod.Points), ("MaxPoints", 2), ("NotApplicable", new[] { "Retired", "Support" }))).Code);
        var saved = (await FindAsync(draft.Id)).FindItem(item.Id)!;
        Assert.Equal((ItemMethod.Points, 2m, 1), (saved.Method, saved.MaxPoints, saved.Order));
        Assert.Equal([BranchType.Support, BranchType.Retired], saved.NotApplicableTo);
        Assert.Equal(options - 3, await OptionsAsync());
        var entry = await LastAsync();
        Assert.Equal((nameof(AuditEvent.StandardEdited), "本校标准（第 1 版）：修改项目班子健全"), (entry.Event, entry.Subject));
        Assert.Contains("教辅及后勤、离退休", entry.Changes);

        // None again.
        Assert.Equal(302, (await _department.PostFormAsync(address + "/edit", address, ("NotApplicable", Array.Empty<string>()))).Code);
        Assert.Empty((await FindAsync(draft.Id)).FindItem(item.Id)!.NotApplicableTo);
    }

    [Fact]
    public async Task Two_who_edit_different_items_do_not_stop_one_another()
    {
        var draft = await _world.DraftAsync("本校标准");
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var (one, two) = ($"/standards/{draft.Id}/items/{draft.Heads[0].Items[1].Id}", $"/standards/{draft.Id}/items/{draft.Heads[0].Items[2].Id}");
        var byOne = await _department.FillInAsync(one + "/edit", one, ("MaxPoints", 4));
        var byTwo = await second.FillInAsync(two + "/edit", two, ("MaxPoints", 1));
        Assert.Equal(302, (await _department.SendAsync(one, byOne)).Code);
        Assert.Equal(302, (await second.SendAsync(two, byTwo)).Code);
        Assert.Equal([2m, 4m, 1m], (await FindAsync(draft.Id)).Items.Take(3).Select(item => item.MaxPoints));
    }

    [Fact]
    public async Task Heads_and_items_move_by_buttons_that_need_no_script()
    {
        var draft = await _world.DraftAsync("本校标准");
        var edit = $"/standards/{draft.Id}/edit";
        var (head, item) = ($"/standards/{draft.Id}/heads/{draft.Heads[1].Id}/position", $"/standards/{draft.Id}/items/{draft.Heads[1].Items[0].Id}/position");
        Assert.Equal(302, (await _department.PostFormAsync(edit, head, ("by", -1))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(edit, item, ("by", 1))).Code);
        var standard = await FindAsync(draft.Id);
        Assert.Equal(["党员队伍好", "领导班子好"], standard.Heads.OrderBy(row => row.Order).Take(2).Select(row => row.Name));
        Assert.Equal(["立足岗位作表率", "党员意识与服务群众", "发展党员质量"], standard.Items.Take(3).Select(row => row.Name));

        var beyond = await _department.PostFormAsync(edit, head, ("by", -1));
        Assert.Equal(409, beyond.Code);
        Assert.Contains("已经在最前面", beyond.Text);
        Assert.Equal(400, (await _department.PostFormAsync(edit, head, ("by", -2))).Code);
    }

    [Fact]
    public async Task A_head_comes_with_its_first_item_and_goes_with_all_of_them()
    {
        var draft = await _world.DraftAsync("本校标准");
        var heads = $"/standards/{draft.Id}/heads";
        Assert.Contains("请填写分值", (await _department.PostFormAsync(heads + "/new", heads, ("Name", "创新"), ("ItemName", "有特色"))).Text);
        Assert.Equal(302, (await _department.PostFormAsync(heads + "/new", heads, ("Name", "创新"), ("ItemName", "有特色"), ("MaxPoints", "5"))).Code);
        Assert.Equal(302, (await _department.PostFormAsync(heads + "/new", heads, ("Name", "红线"), ("ItemName", "泄密"), ("IsVeto", "true"))).Code);
        Assert.Equal(409, (await _department.PostFormAsync(heads + "/new", heads, ("Name", "红线"), ("ItemName", "泄密"), ("MaxPoints", "5"))).Code);
        var standard = await FindAsync(draft.Id);
        Assert.Equal([("创新", 5m), ("红线", 0m)], standard.Heads.OrderBy(head => head.Order).TakeLast(2).Select(head => (head.Name, head.FullMarks(BranchType.Teacher))));

        var mechanisms = standard.Heads.Single(head => head.Name == "工作机制好");
        var (items, options) = (await ItemsAsync(), await OptionsAsync());
        var deletion = $"{heads}/{mechanisms.Id}/deletion";
        Assert.Contains("三会一课 5 分", (await _department.GetPageAsync(deletion)).Text);
        Assert.Equal(302, (await _department.PostFormAsync(deletion, deletion)).Code);
        Assert.Equal((items - 6, options - 4), (await ItemsAsync(), await OptionsAsync()));
        Assert.Equal(Enumerable.Range(1, 7), (await FindAsync(draft.Id)).Heads.Select(head => head.Order).Order());
    }

    [Fact]
    public async Task An_item_goes_after_a_second_look_and_not_when_it_was_changed_meanwhile()
    {
        var draft = await _world.DraftAsync("本校标准");
        var address = $"/standards/{draft.Id}/items/{draft.Heads[0].Items[0].Id}";
        var seen = await _department.FillInAsync(address + "/deletion", address + "/deletion");
        Assert.Equal(302, (await _department.PostFormAsync(address + "/edit", address, ("Guidance", "换了说明"))).Code);
        var refused = await _department.SendAsync(address + "/deletion", seen);
        Assert.Equal(409, refused.Code);
        Assert.Contains("这个项目被别人改过", refused.Text);
        Assert.Contains("换了说明", refused.Text);
        var options = await OptionsAsync();
        Assert.Equal(302, (await _department.SendAsync(address + "/deletion", refused.FillIn(address + "/deletion", address))).Code);
        Assert.Null((await FindAsync(draft.Id)).FindItem(draft.Heads[0].Items[0].Id));
        Assert.Equal(options - 3, await OptionsAsync());
    }

    [Fact]
    public async Task A_copy_and_a_new_version_leave_what_they_come_from_as_it_is()
    {
        var draft = await _world.DraftAsync("本校标准");
        var copied = await _department.PostFormAsync($"/standards/{draft.Id}/copies/new", $"/standards/{draft.Id}/copies", ("Name", "医学院标准"));
        var next = await _department.PostFormAsync($"/standards/{draft.Id}", $"/standards/{draft.Id}/versions");
        var third = await _department.PostFormAsync($"/standards/{draft.Id}", $"/standards/{draft.Id}/versions");
        var (copy, second, latest) = (await FindAsync(IdIn(copied.Location!)), await FindAsync(IdIn(next.Location!)), await FindAsync(IdIn(third.Location!)));
        Assert.Equal([("医学院标准", 1), ("本校标准", 2), ("本校标准", 3)], new[] { copy, second, latest }.Select(standard => (standard.Name, standard.VersionNumber)));
        Assert.Equal(29, second.Items.Count());

        var item = second.Heads[0].Items[1];
        await _department.PostFormAsync($"/standards/{second.Id}/items/{item.Id}/edit", $"/standards/{second.Id}/items/{item.Id}", ("MaxPoints", 9));
        Assert.DoesNotContain((await FindAsync(draft.Id)).Items, row => row.MaxPoints == 9);
    }

    [Fact]
    public async Task A_standard_of_an_opened_round_is_not_changed_and_the_page_offers_a_new_version()
    {
        var draft = await _world.DraftAsync("本校标准");
        var address = $"/standards/{draft.Id}/items/{draft.Heads[0].Items[1].Id}";
        var typed = await _department.FillInAsync(address + "/edit", address, ("MaxPoints", 9));
        await UseAsync(await _world.PrepareAsync(2012), draft.Id, BranchType.Teacher, open: true);
        var before = await app.TablesAsync();

        var answer = await _department.SendAsync(address, typed);
        Assert.Equal(409, answer.Code);
        Assert.Contains("已经用于 2012 年度", answer.Text);
        foreach (var page in new[] { "edit", "name", "deletion", "heads/new" })
            Assert.Equal(409, (await _department.GetPageAsync($"/standards/{draft.Id}/{page}")).Code);
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
        Assert.DoesNotContain((await _department.GetPageAsync($"/standards/{draft.Id}")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.EndsWith("/edit", StringComparison.Ordinal));

        var version = await _department.SendAsync($"/standards/{draft.Id}/versions", answer.FillIn($"/standards/{draft.Id}/versions", address));
        Assert.Equal(302, version.Code);
        Assert.Contains("第 2 版", (await _department.FollowAsync(version)).Text);
    }

    [Fact]
    public async Task A_standard_of_a_round_in_preparation_may_change_but_not_go()
    {
        var draft = await _world.DraftAsync("本校标准");
        await UseAsync(await _world.PrepareAsync(2012), draft.Id, BranchType.Teacher, open: false);
        Assert.Contains("正在准备的 2012 年度要用这份标准", (await _department.GetPageAsync($"/standards/{draft.Id}/edit")).Text);
        var address = $"/standards/{draft.Id}/items/{draft.Heads[0].Items[1].Id}";
        Assert.Equal(302, (await _department.PostFormAsync(address + "/edit", address, ("MaxPoints", 4))).Code);

        var version = (await FindAsync(draft.Id)).Version;
        Assert.Contains("请先在该年度的「规则与期限」里换成别的标准", (await _department.GetPageAsync($"/standards/{draft.Id}/deletion")).Text);
        var refused = await _department.SendAsync($"/standards/{draft.Id}/deletion", [.. await _department.TokensAsync(), KeyValuePair.Create("version", $"{version}")]);
        Assert.Equal(409, refused.Code);
        Assert.NotNull(await FindAsync(draft.Id));
    }

    [Fact]
    public async Task A_standard_that_nobody_uses_goes_with_all_its_parts()
    {
        var (items, options) = (await ItemsAsync(), await OptionsAsync());
        var draft = await _world.DraftAsync("本校标准");
        var deletion = $"/standards/{draft.Id}/deletion";
        var seen = await _department.FillInAsync(deletion, deletion);
        var head = $"/standards/{draft.Id}/heads/{draft.Heads[0].Id}";
        Assert.Equal(302, (await _department.PostFormAsync(head + "/edit", head, ("Name", "班子"))).Code);
        var stale = await _department.SendAsync(deletion, seen);
        Assert.Equal(409, stale.Code);
        Assert.Contains("这份标准被别人改过", stale.Text);

        Assert.Equal(302, (await _department.SendAsync(deletion, stale.FillIn(deletion, deletion))).Code);
        Assert.Equal((items, options), (await ItemsAsync(), await OptionsAsync()));
        Assert.False(await app.InDbAsync(db => db.Standards.AnyAsync(standard => standard.Id == draft.Id)));
        Assert.Equal((nameof(AuditEvent.StandardDeleted), "本校标准（第 1 版）"), ((await LastAsync()).Event, (await LastAsync()).Subject));
    }

    [Fact]
    public async Task Full_marks_other_than_100_are_named_and_not_refused()
    {
        var draft = await _world.DraftAsync("本校标准");
        var page = await _department.GetPageAsync($"/standards/{draft.Id}/edit");
        Assert.Contains("离退休党支部的满分是 96 分，不是 100 分。", page.Text);
        Assert.Contains("25 分；离退休 21 分", page.Text);
        var address = $"/standards/{draft.Id}/items/{draft.Heads[0].Items[1].Id}";
        Assert.Equal(302, (await _department.PostFormAsync(address + "/edit", address, ("MaxPoints", "4.5"))).Code);
        page = await _department.GetPageAsync($"/standards/{draft.Id}/edit");
        Assert.Contains("教师、机关管理、教辅及后勤党支部的满分是 101.5 分", page.Text);
        Assert.Contains("合计 101.5 101.5 101.5 97.5", page.Text);
        Assert.Contains("90.5 90.5 90.5 86.5", page.Text);
    }

    [Fact]
    public async Task The_preview_shows_a_secretary_what_applies_to_the_branch_and_holds_no_form()
    {
        var draft = await _world.DraftAsync("本校标准");
        var teachers = await _department.GetPageAsync($"/standards/{draft.Id}/preview");
        Assert.Contains("发展党员质量", teachers.Text);
        var retired = await _department.GetPageAsync($"/standards/{draft.Id}/preview?type=Retired");
        Assert.DoesNotContain("发展党员质量", retired.Text);
        Assert.Contains("自评满分85分", retired.Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Empty(retired.Document.QuerySelectorAll("main form"));
        Assert.Equal(7, retired.Document.QuerySelectorAll("main input[type=radio]").Length);
        Assert.Equal(2, retired.Document.QuerySelectorAll(".readout").Count(readout => readout.TextContent.Contains("测评自动得出", StringComparison.Ordinal)));
        Assert.Equal(3, retired.Document.QuerySelectorAll(".readout").Count(readout => readout.TextContent.Contains("由二级党组织或学校认定", StringComparison.Ordinal)));
        Assert.Equal(200, (await _department.GetPageAsync($"/standards/{draft.Id}/preview?type=Unknown")).Code);
    }

    [Fact]
    public async Task A_single_branch_may_be_given_another_standard_while_it_is_not_scored()
    {
        var draft = await _world.DraftAsync("离退休专用标准");
        var round = await _world.OpenAsync();
        var participant = await _world.ParticipantAsync(round, "材料退休支部");
        var address = $"/participants/{participant}/edit";
        var page = await _department.GetPageAsync(address);
        Assert.Equal("", page.FillIn(address, address).Single(field => field.Key == "Form.StandardId").Value);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("StandardId", draft.Id), ("Reason", "退休支部情况特殊"))).Code);
        Assert.Equal(draft.Id, await StandardOfAsync(participant));
        Assert.Equal((nameof(AuditEvent.ParticipantCorrected), "退休支部情况特殊"), ((await LastAsync()).Event, (await LastAsync()).Reason));

        // From now on an opened round uses it.
        Assert.Equal(409, (await _department.GetPageAsync($"/standards/{draft.Id}/edit")).Code);

        // Another correction leaves it as it is; a type that changes does too.
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("FullMembers", 33), ("Type", BranchType.Support), ("Reason", "人数有误"))).Code);
        Assert.Equal(draft.Id, await StandardOfAsync(participant));
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("StandardId", ""), ("Reason", "还是用统一的"))).Code);
        Assert.NotEqual(draft.Id, await StandardOfAsync(participant));
        Assert.Equal(400, (await _department.PostFormAsync(address, address, ("StandardId", 999999), ("Reason", "没有的"))).Code);
    }

    [Fact]
    public async Task A_branch_that_is_scored_keeps_its_standard()
    {
        var draft = await _world.DraftAsync("离退休专用标准");
        var round = await _world.OpenAsync();
        var participant = await _world.ParticipantAsync(round, "材料退休支部");
        var address = $"/participants/{participant}/edit";
        var typed = await _department.FillInAsync(address, address, ("StandardId", draft.Id), ("Reason", "退休支部情况特殊"));
        await app.SaveAsync(db => Task.FromResult(db.Add(SelfAssessment.FromPaper(participant, 88, "书记", WebApp.Start.UtcDateTime))));
        var answer = await _department.SendAsync(address, typed);
        Assert.Equal(409, answer.Code);
        Assert.Contains("已经有自评或初评，评分标准不能再换", answer.Text);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("FullMembers", 33), ("Reason", "人数有误"))).Code);
        Assert.NotEqual(draft.Id, await StandardOfAsync(participant));
    }

    [Fact]
    public async Task A_branch_scored_item_by_item_keeps_its_type()
    {
        var participant = await _world.ParticipantAsync(await _world.OpenAsync(), World.Own);
        var address = $"/participants/{participant}/edit";
        await app.SaveAsync(async db =>
        {
            var standard = (await db.FindStandardAsync(await db.Participants.Where(row => row.Id == participant).Select(row => row.StandardId).SingleAsync(), CancellationToken.None))!;
            db.Add(new ItemScore(participant, Scorer.Branch, standard.Items.First().Id));
        });
        var refused = await _department.PostFormAsync(address, address, ("Type", BranchType.Student), ("Reason", "类型有误"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("已经在网上按现在的类型和标准逐项评分", refused.Text);
        Assert.Equal(409, (await _department.PostFormAsync(address, address, ("Type", BranchType.Administration), ("Reason", "类型有误"))).Code);
    }

    [Fact]
    public async Task Officers_and_inspectors_read_and_change_nothing()
    {
        var draft = await _world.DraftAsync("本校标准");
        foreach (var actor in new[] { Actor.Officer, Actor.Inspector })
        {
            var browser = await _world.AsAsync(actor);
            var page = await browser.GetPageAsync($"/standards/{draft.Id}");
            Assert.Equal(200, page.Code);
            Assert.Empty(page.Document.QuerySelectorAll("main form"));
            Assert.Equal(404, (await browser.SendAsync($"/standards/{draft.Id}/versions", await browser.TokensAsync())).Code);
        }
    }

    [Fact]
    public async Task A_part_of_another_standard_is_not_found_under_this_one()
    {
        var (one, other) = (await _world.DraftAsync("甲标准"), await _world.DraftAsync("乙标准"));
        Assert.Equal(404, (await _department.GetPageAsync($"/standards/{one.Id}/items/{other.Heads[0].Items[0].Id}/edit")).Code);
        Assert.Equal(404, (await _department.GetPageAsync($"/standards/{one.Id}/heads/{other.Heads[0].Id}/deletion")).Code);
    }

    private Task<ScoringStandard> FindAsync(int id) => app.InDbAsync(async db => (await db.FindStandardAsync(id, CancellationToken.None))!);

    private Task<int> ItemsAsync() => app.InDbAsync(db => db.Set<StandardItem>().CountAsync());

    private Task<int> OptionsAsync() => app.InDbAsync(db => db.Set<ItemOption>().CountAsync());

    private Task<int> StandardOfAsync(int participant) => app.InDbAsync(db => db.Participants.Where(row => row.Id == participant).Select(row => row.StandardId).SingleAsync());

    private Task<AuditEntry> LastAsync() => app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstAsync());

    private Task UseAsync(int roundId, int standardId, BranchType type, bool open) => app.InDbAsync(async db =>
    {
        await db.ActOnRoundAsync(roundId, round =>
        {
            round.UseStandard(type, standardId);
            db.Audit.Describe(AuditEvent.RoundEdited, "测试");
            return Task.CompletedTask;
        }, CancellationToken.None);
        if (open)
            await db.OpenRoundAsync(roundId, "部长", WebApp.Start.UtcDateTime, CancellationToken.None);
    });

    private static int IdIn(string location) => int.Parse(location.Split('/')[2]);
}
