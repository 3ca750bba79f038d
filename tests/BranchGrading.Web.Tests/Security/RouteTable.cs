using System.Text;
using BranchGrading.Data;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Tests.Features;
using BranchGrading.Web.Tests.Features.Plans;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BranchGrading.Web.Tests.Security;

/// <summary>One line of routes.txt: an address, and what each kind of caller gets there.</summary>
public sealed record RouteLine(string Method, string Address, IReadOnlyList<int> Own, int? ForeignForSecretary, int? ForeignForOfficer)
{
    public static readonly Actor[] Actors =
        [Actor.Anonymous, Actor.Secretary, Actor.Officer, Actor.Department, Actor.Inspector, Actor.Administrator, Actor.Auditor];

    public static IReadOnlyList<RouteLine> All { get; } = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "routes.txt"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    public string Name => $"{Method} {Address}";

    public bool IsPost => Method == "POST";

    /// <summary>Whether an object that does not exist can stand in its address.</summary>
    public bool TakesNumber => Address.Contains('{', StringComparison.Ordinal) && !Address.Contains("{work}", StringComparison.Ordinal)
        && !Address.Contains("{import}", StringComparison.Ordinal) && !Address.Contains("{gone}", StringComparison.Ordinal)
        && !Address.Contains("{feed}", StringComparison.Ordinal);

    /// <summary>Somebody to whom the address answers otherwise than "not found".</summary>
    public Actor? Allowed => Actors.Zip(Own).Skip(1).Where(pair => pair.Second != 404).Select(pair => (Actor?)pair.First).FirstOrDefault();

    private static RouteLine Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(words.Length == 12 && words[9] == "|", line);
        return new RouteLine(words[0], words[1], [.. words[2..9].Select(int.Parse)], words[10] == "=" ? null : int.Parse(words[10]), words[11] == "=" ? null : int.Parse(words[11]));
    }
}

/// <summary>The application with everything that the addresses of routes.txt speak of.</summary>
public sealed class RouteWorld : IAsyncLifetime
{
    private readonly Dictionary<string, (string Own, string Foreign)> _objects = [];
    private readonly Dictionary<Actor, List<KeyValuePair<string, string>>> _tokens = [];

    public WebApp App { get; } = new();

    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        World = await World.OfAsync(App);
        await App.SaveAsync(async db =>
        {
            foreach (var unit in new[] { World.Materials, World.Computing })
                (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == unit)).Found(unit + "旧支部", BranchType.Student, null, 9).Dissolve(new DateOnly(2012, 3, 1));
        });
        var final = await World.PublishAsync(2010, new RoundRules { PublicityDays = 0 });
        await App.InDbAsync(db => db.MakeFinalAsync(final, "部长", WebApp.Start.UtcDateTime, new DateOnly(2012, 3, 20), CancellationToken.None));
        Same("final", final);
        Pair("awarded", await World.ParticipantAsync(final, World.Own), await World.ParticipantAsync(final, World.Foreign));
        var (published, open, preparing) = (await World.PublishAsync(2011), await World.GradeAsync(2012, new RoundRules { CapScope = CapScope.Committee }), await World.PrepareAsync(2013));
        var unconfirmed = await App.SaveAsync(db => Task.FromResult(db.Add(new GradingRound(2014, RoundRules.Default, new RoundDeadlines())).Entity));
        Same("open", open);
        Same("preparing", preparing);
        Same("published", published);
        Same("unconfirmed", unconfirmed.Id);
        Same("scenario", (await App.SaveAsync(db => Task.FromResult(db.Add(new Scenario(open, "放宽", RoundRules.Default with { CapShare = 0.3m }, "部长", WebApp.Start.UtcDateTime)).Entity))).Id);
        Pair("committee", World.Committee(World.Materials), World.Committee(World.Computing));
        Pair("branch", World.Branch(World.Own), World.Branch(World.Foreign));
        Pair("dissolved", await IdAsync(World.Materials + "旧支部"), await IdAsync(World.Computing + "旧支部"));
        Pair("participant", await World.ParticipantAsync(open, World.Own), await World.ParticipantAsync(open, World.Foreign));
        var filling = await World.OpenAsync(2015);
        Same("open-on-line", filling);
        Pair("filling", await World.ParticipantAsync(filling, World.Own), await World.ParticipantAsync(filling, World.Foreign));
        var reported = await World.GradeAsync(2017);
        Same("reported", reported);
        await App.SaveAsync(db =>
        {
            foreach (var unit in new[] { World.Materials, World.Computing })
            {
                var report = new CommitteeReport(reported, World.Committee(unit));
                report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", WebApp.Start.UtcDateTime);
                db.Add(report);
            }

            return Task.CompletedTask;
        });
        await HandInsAsync(reported);
        await World.FillAssessmentAsync(await World.ParticipantAsync(filling, World.Own));
        Same("problem", await App.InDbAsync(db => db.Problems.Select(problem => problem.Id).SingleAsync()));
        Same("blank", 999998);
        var handedIn = await World.OpenAsync(2016);
        Pair("handed-in", await World.ParticipantAsync(handedIn, World.Own), await World.ParticipantAsync(handedIn, World.Foreign));
        await World.SubmitAssessmentAsync(await World.ParticipantAsync(handedIn, World.Own));
        await World.SubmitAssessmentAsync(await World.ParticipantAsync(handedIn, World.Foreign));
        Pair("settled", await World.ParticipantAsync(published, World.Own), await World.ParticipantAsync(published, World.Foreign));
        Pair("attachment", await AttachAsync(open, World.Own), await AttachAsync(open, World.Foreign));
        Same("proof", await ProveAsync(await World.ParticipantAsync(published, World.Own)));
        Same("evidence", await App.InDbAsync(db => db.Evidence.Select(row => row.Id).SingleAsync()));
        await App.SaveAsync(async db =>
        {
            foreach (var unit in new[] { World.Materials, World.Computing })
                (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == unit)).Found(unit + "新支部", BranchType.Student, null, 10);
        });
        Pair("late", await IdAsync(World.Materials + "新支部"), await IdAsync(World.Computing + "新支部"));
        await PlansAsync(final, handedIn);
        Pair("floating", await FloatAsync(World.Own), await FloatAsync(World.Foreign));
        Same("year", 2012);
        Pair("note", await NoteAsync(World.Materials), await NoteAsync(World.Computing));
        Same("change", (await App.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Committee).SingleAsync(branch => branch.Name == World.Own);
            return db.Add(new OrganisationChange(OrganisationChangeKind.Founding, new ChangeRecord(new DateOnly(2005, 9, 1), null, null, "部长", WebApp.Start.UtcDateTime, new DateOnly(2012, 3, 20))).To(branch)).Entity;
        })).Id);
        Pair("term", await TermAsync(World.Own), await TermAsync(World.Foreign));
        Pair("person", await PersonAsync("材料书记"), await PersonAsync("计算机书记"));
        Pair("account", World.Account(Actor.Secretary), World.Account(Actor.OtherSecretary));
        Same("administrator", World.Account(Actor.Administrator));
        Same("department", World.Account(Actor.Department));
        Same("second", World.Account(Actor.SecondDepartment));
        Same("spare", await World.AddAccountAsync("spare", "备用一", Roles.BranchSecretary));
        Same("idle", await World.AddAccountAsync("idle", "备用二", Roles.BranchSecretary));
        Same("standard", await App.InDbAsync(db => db.Standards.MinAsync(standard => standard.Id)));
        var draft = await World.DraftAsync("本校教工标准");
        Same("draft", draft.Id);
        Same("head", draft.Heads[0].Id);
        Same("item", draft.Heads[0].Items[1].Id);
        await PublicityAsync(published);
        await BulletinsAsync();
        Same("work", Guid.NewGuid());
        Same("gone", Guid.NewGuid());
        Same("feed", await App.SaveAsync(db => Task.FromResult(db.Add(new CalendarFeed(World.Account(Actor.OtherOfficer))).Entity.Renew(WebApp.Start.UtcDateTime))));
        var received = await (await World.AsAsync(Actor.Department)).UploadAsync(
            "/imports/roster/new", "/imports/roster", "名册.csv", Encoding.UTF8.GetBytes("二级党组织,党支部名称,支部类型\n新学院党委,新支部,教师\n"));
        Same("import", received.Location!.Split('/')[^1]);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The address with real numbers in it: of the caller's own unit, of another's, or of nothing.</summary>
    public string Own(string address) => Fill(address, pair => pair.Own);

    public string Foreign(string address) => Fill(address, pair => pair.Foreign);

    public string Missing(string address) => Fill(address[..(address.IndexOf('}', StringComparison.Ordinal) + 1)], _ => "999999") + Own(address[(address.IndexOf('}', StringComparison.Ordinal) + 1)..]);

    /// <summary>Calls a line as an actor would, a POST with token and form key only.</summary>
    public async Task<Answer> CallAsync(RouteLine line, string address, Actor actor)
    {
        var leaves = line.Address is "/session/end" && actor != Actor.Anonymous;
        var browser = leaves ? await World.SignInAsync(World.UserName(actor)) : await World.AsAsync(actor);
        if (!line.IsPost)
            return await browser.GetPageAsync(address);
        if (leaves)
            return await browser.SendAsync(address, await browser.TokensAsync());
        if (!_tokens.TryGetValue(actor, out var tokens))
            _tokens[actor] = tokens = await browser.TokensAsync(actor == Actor.Anonymous ? "/session/new" : "/password");
        var answer = await browser.SendAsync(address, [tokens[0], KeyValuePair.Create("__FormKey", Guid.NewGuid().ToString("N"))]);

        // Work that goes on would change tables under the next test's eyes.
        if (answer.Location?.StartsWith("/works/", StringComparison.Ordinal) == true)
            await browser.WorkAsync(answer);
        return answer;
    }

    /// <summary>What the application routes: its actions and its health check; the assets come from the build.</summary>
    public IReadOnlyList<(string Method, RoutePattern Pattern)> Routes() =>
    [
        .. App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null || endpoint.RoutePattern.RawText == "/health")
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, endpoint.RoutePattern))),
    ];

    private void Same(string name, object value) => _objects[name] = ($"{value}", $"{value}");

    private void Pair(string name, int own, int foreign) => _objects[name] = ($"{own}", $"{foreign}");

    private string Fill(string address, Func<(string Own, string Foreign), string> choose)
    {
        foreach (var (name, pair) in _objects)
            address = address.Replace($"{{{name}}}", choose(pair), StringComparison.Ordinal);
        Assert.DoesNotContain('{', address);
        return address;
    }

    private Task<int> IdAsync(string branch) => App.InDbAsync(db => db.Branches.Where(row => row.Name == branch).Select(row => row.Id).SingleAsync());

    /// <summary>An attachment of a self-assessment that came from paper: nobody removes it.</summary>
    private async Task<int> AttachAsync(int round, string branch)
    {
        var (participant, file) = (await World.ParticipantAsync(round, branch), await LayAsync());
        return (await App.SaveAsync(db => Task.FromResult(db.Add(new Attachment(participant, null, file, "书记", WebApp.Start.UtcDateTime)).Entity))).Id;
    }

    /// <summary>An attachment of a record of evidence in a round that is published: nobody removes it.</summary>
    private async Task<int> ProveAsync(int participant)
    {
        var file = await LayAsync();
        return (await App.SaveAsync(async db =>
        {
            var evidence = Evidence.OnBranch(await db.Participants.SingleAsync(row => row.Id == participant), EvidenceKind.Records, new DateOnly(2012, 3, 19), "查阅了会议记录", "督查员", WebApp.Start.UtcDateTime);
            return db.Add(new Attachment(evidence, file, "督查员", WebApp.Start.UtcDateTime)).Entity;
        })).Id;
    }

    /// <summary>Two committees handed in.</summary>
    private async Task HandInsAsync(int roundId)
    {
        foreach (var unit in new[] { World.Materials, World.Computing })
        {
            var content = Encoding.UTF8.GetBytes(unit);
            using var workbook = new MemoryStream(Table.Write([new Table("附表4", [new TableColumn("党支部名称")], [[unit]])]));
            var laid = await App.Services.GetRequiredService<AttachmentStore>().ReceiveAsync("附表4.xlsx", workbook, CancellationToken.None);
            await App.SaveAsync(db => Task.FromResult(db.Add(new HandIn(
                roundId, World.Committee(unit), 1, HandIn.CodeOf([content]), [new HandInFile("附表4", "附表4.xlsx", laid.StoredName, laid.Size, laid.Sha256)], "组织员", WebApp.Start.UtcDateTime)).Entity));
        }
    }

    private async Task<AttachedFile> LayAsync()
    {
        using var content = new MemoryStream("%PDF-1.4"u8.ToArray());
        return await App.Services.GetRequiredService<AttachmentStore>().ReceiveAsync("总结.pdf", content, CancellationToken.None);
    }

    /// <summary>A publicity with its page for everybody, an objection of the department that is checked, and a day of the calendar.</summary>
    private async Task PublicityAsync(int published)
    {
        var participant = await World.ParticipantAsync(published, World.Own);
        var day = await App.SaveAsync(async db =>
        {
            (await db.Publications.SingleAsync(publication => publication.RoundId == published)).ShowToPublic(true);
            var objection = new Objection(await db.Participants.Include(row => row.Round.Publication).SingleAsync(row => row.Id == participant), 1, ObjectionChannel.Paper, null, null, "漏看了活动", null, WebApp.Start.UtcDateTime);
            objection.Receive("部长", WebApp.Start.UtcDateTime);
            objection.Check("已核实", "部长", WebApp.Start.UtcDateTime);
            db.Add(objection);
            return db.Add(new CalendarDay(new DateOnly(2012, 10, 1), false, "国庆节")).Entity;
        });
        Same("objection", 1);
        Same("day", day.Id);
        Same("template", MailKind.Returned);
        Same("mail", (await App.InDbAsync(async db =>
        {
            var mail = await db.AddMailAsync(MailKind.Test, "routes", new MailRecipient(null, "张三", "zhangsan@example.edu.cn"), new MailText("退回", "请修改。"), WebApp.Start.UtcDateTime);
            await db.SaveChangesAsync();
            return mail!;
        })).Id);
    }

    /// <summary>Plans of two branches: one that is written, one that runs.</summary>
    private async Task PlansAsync(int final, int handedIn)
    {
        var drafted = new[] { await World.ParticipantAsync(handedIn, World.Own), await World.ParticipantAsync(handedIn, World.Foreign) };
        var running = new[] { await World.ParticipantAsync(final, World.Own), await World.ParticipantAsync(final, World.Foreign) };
        Pair("drafted", drafted[0], drafted[1]);
        Pair("running", running[0], running[1]);
        Same("drafted-item", (await World.PlanAsync(drafted[0])).Items[0].Id);
        await World.PlanAsync(drafted[1]);
        Same("running-item", (await World.PlanAsync(running[0], isApproved: true)).Items[0].Id);
        await World.PlanAsync(running[1], isApproved: true);
    }

    /// <summary>Bulletins of two committees, each with a published one that has a file and a draft, and a draft of the department.</summary>
    private async Task BulletinsAsync()
    {
        var (published, drafted, files) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var unit in new[] { World.Materials, World.Computing })
        {
            var file = await LayAsync();
            var (bulletin, draft, attachment) = await App.SaveAsync(db =>
            {
                Bulletin Write(string title) => db.Add(new Bulletin(
                    World.Committee(unit), BulletinKind.Notice, title, "内容", new BulletinAudience([Roles.CommitteeOfficer, Roles.BranchSecretary], []), true, "组织员", WebApp.Start.UtcDateTime)).Entity;
                var (bulletin, draft) = (Write("交材料"), Write("交总结"));
                bulletin.Publish(WebApp.Start.UtcDateTime);
                return Task.FromResult((bulletin, draft, db.Add(new Attachment(bulletin, file, "组织员", WebApp.Start.UtcDateTime)).Entity));
            });
            published.Add(bulletin.Id);
            drafted.Add(draft.Id);
            files.Add(attachment.Id);
        }

        Pair("bulletin", published[0], published[1]);
        Pair("drafted-bulletin", drafted[0], drafted[1]);
        Pair("bulletin-file", files[0], files[1]);
        Same("school-bulletin", (await App.SaveAsync(db => Task.FromResult(db.Add(new Bulletin(
            null, BulletinKind.Notice, "开会", "内容", new BulletinAudience([Roles.CommitteeOfficer], []), false, "部长", WebApp.Start.UtcDateTime)).Entity))).Id);
    }

    private Task<int> FloatAsync(string branch) => App.SaveAsync(db => Task.FromResult(db.Add(new FloatingMembers(World.Branch(branch), "深圳", 2, null, "书记", WebApp.Start.UtcDateTime)).Entity))
        .ContinueWith(saved => saved.Result.Id, TaskScheduler.Default);

    private Task<int> NoteAsync(string unit) => App.SaveAsync(db => Task.FromResult(
            db.Add(new CommitteeNote(World.Committee(unit), 2012, CommitteeNoteKind.Pledge, new DateOnly(2012, 3, 1), "讲党课", null, "组织员", WebApp.Start.UtcDateTime)).Entity))
        .ContinueWith(saved => saved.Result.Id, TaskScheduler.Default);

    private Task<int> TermAsync(string branch) => App.InDbAsync(db => db.Terms.Where(term => term.Branch!.Name == branch).Select(term => term.Id).SingleAsync());

    private Task<int> PersonAsync(string name) => App.InDbAsync(db => db.People.Where(person => person.Name == name).Select(person => person.Id).SingleAsync());
}
