using System.Reflection;
using System.Text.RegularExpressions;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Xunit;

namespace BranchGrading.Web.Tests.Conventions;

public sealed partial class ArchitectureTests
{
    private static readonly MethodInfo[] Actions =
    [
        .. typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Controller)) && !type.IsAbstract)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName)),
    ];

    [Fact]
    public void The_domain_references_the_system_alone() =>
        Assert.All(typeof(Grade).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Data_does_not_know_the_web() =>
        Assert.DoesNotContain(typeof(AuditEvent).Assembly.GetReferencedAssemblies(), reference => reference.Name == typeof(Program).Assembly.GetName().Name);

    [Fact]
    public void Every_action_names_a_policy_or_is_one_of_the_few_for_everybody()
    {
        string[] forEverybody = ["CalendarFeedsController.Details", "ErrorController.Failed", "ErrorController.Status", "PublicPagesController.Details", "SessionController.Create", "SessionController.CreateDemo", "SessionController.New"];
        var open = new List<string>();
        foreach (var action in Actions)
        {
            var name = $"{action.DeclaringType!.Name}.{action.Name}";
            if (Has<AllowAnonymousAttribute>(action))
                open.Add(name);
            else
                Assert.True(PoliciesOf(action).Any(), $"{name} names no policy.");
        }

        Assert.Equal(forEverybody, open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_policy_is_known_and_used()
    {
        var used = Actions.SelectMany(PoliciesOf).ToHashSet();
        Assert.Subset(Policies.Roles.Keys.Append(Policies.SignedIn).ToHashSet(), used);
        Assert.Equal(Policies.Roles.Keys.Append(Policies.SignedIn).Order(), used.Order());
    }

    [Fact]
    public void Only_the_error_pages_do_without_antiforgery() =>
        Assert.Equal(["ErrorController"], Actions.Where(Has<IgnoreAntiforgeryTokenAttribute>).Select(action => action.DeclaringType!.Name).Distinct());

    [Fact]
    public void A_controller_fits_on_a_few_screens() =>
        Assert.All(Source.Files(".cs").Where(file => file.Path.Contains("/Controllers/", StringComparison.Ordinal)), file =>
        {
            var lines = file.Text.Split('\n').Count(line => !line.StartsWith("using ", StringComparison.Ordinal) && line.Trim().Length > 0);
            Assert.True(lines <= 130, $"{file.Path} has {lines} lines.");
        });

    [Fact]
    public void Time_comes_from_the_one_clock() =>
        Assert.Equal(["BranchGrading.Web/Setup/Clock.cs"], Source.Lines(ReadsTheClock(), ".cs", ".cshtml").Select(line => line.Split(':')[0]));

    [Fact]
    public void No_page_writes_unencoded_text() => Assert.Empty(Source.Lines(Unencoded(), ".cs", ".cshtml"));

    [Fact]
    public void No_page_holds_script_or_style_of_its_own() => Assert.Empty(Source.Lines(Inline(), ".cshtml"));

    [Fact]
    public void Rows_are_not_changed_past_the_audit_but_those_of_the_outbox() =>
        Assert.All(Source.Lines(Bulk(), ".cs"), line => Assert.StartsWith("BranchGrading.Data/Queries/OutboxClaims.cs", line));

    [Fact]
    public void Every_event_of_the_audits_catalogue_happens_somewhere()
    {
        var code = string.Join('\n', Source.Files(".cs").Where(file => !file.Path.EndsWith("AuditEvent.cs", StringComparison.Ordinal)).Select(file => file.Text));
        Assert.All(Enum.GetNames<AuditEvent>(), name => Assert.Matches($@"\bAuditEvent\.{name}\b", code));
        Assert.Equal(Enum.GetNames<AuditEvent>().Length, AuditEventNames.All.Values.Distinct().Count());
    }

    [Fact]
    public void Everything_told_to_the_audit_stands_in_the_catalogue() =>
        Assert.All(Source.Lines(Told(), ".cs"), line => Assert.Matches(@"(Describe|RecordAsync)\((AuditEvent\.|import\.Event|happening|described|AuditEvent happening)", line));

    [Fact]
    public void Names_keep_to_the_glossary() =>
        Assert.DoesNotContain(
            new[] { typeof(Grade).Assembly, typeof(AuditEvent).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsPublic),
            type => NotOurs().IsMatch(type.Name));

    private static bool Has<T>(MethodInfo action)
        where T : Attribute => action.GetCustomAttribute<T>() is not null || action.DeclaringType!.GetCustomAttribute<T>() is not null;

    private static IEnumerable<string> PoliciesOf(MethodInfo action) => action.GetCustomAttributes<AuthorizeAttribute>()
        .Concat(action.DeclaringType!.GetCustomAttributes<AuthorizeAttribute>()).Select(authorize => authorize.Policy).OfType<string>();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|TimeProvider\.System|\bStopwatch\b|Environment\.TickCount")]
    private static partial Regex ReadsTheClock();

    [GeneratedRegex(@"Html\.Raw|\bHtmlString\(")]
    private static partial Regex Unencoded();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|href="javascript:""")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\.Execute(Update|Delete)(Async)?\(")]
    private static partial Regex Bulk();

    [GeneratedRegex(@"Audit\.Describe\(|\.RecordAsync\(")]
    private static partial Regex Told();

    [GeneratedRegex("(Manager|(?<!Tag)Helper|Util|Utils|Dto|ViewModel|Organization(?!Department)|Period|Campaign)$")]
    private static partial Regex NotOurs();
}
