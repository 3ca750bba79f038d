using BranchGrading.Data;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Imports.Reading;
using static BranchGrading.Web.Imports.RosterColumns;

namespace BranchGrading.Web.Imports;

/// <summary>One pass over the rows of a roster, from the first to the last: what an earlier row brought, a later one meets.</summary>
internal sealed class RosterPass(GradingDbContext db, OrganisationLookup lookup, IReadOnlyDictionary<int, DateOnly> lastChanges, ImportContext context)
{
    private readonly Dictionary<Branch, int> _taken = [];
    private readonly Dictionary<(string Committee, string Name), int> _namesInFile = [];
    private readonly Dictionary<string, int> _codesInFile = [];
    private string? _committeeAbove;
    private string? _committeeCodeAbove;

    public RowReport Take(RowReport row)
    {
        var line = Read(row);
        CheckAgainstEarlierRows(row, line);
        var committee = row.HasErrors ? null : FindCommittee(row, line);
        var branch = committee is null ? null : FindBranch(row, line, committee.Existing);
        // Nothing is changed before all of the row is known to be right: a row with an error must leave no trace.
        CheckNumber(row, StaffNumber, line.StaffNumber, line.Secretary);
        CheckNumber(row, OrganiserNumber, line.OrganiserNumber, line.Organiser);
        if (row.HasErrors)
            return row;
        Write(row, line, committee!, branch!.Existing);
        return row;
    }

    private Line Read(RowReport row)
    {
        var named = row.Cell(RosterColumns.Committee);
        var committee = named.IsBlank && _committeeAbove is not null ? _committeeAbove : row.ReadName(RosterColumns.Committee, Domain.Organisation.Committee.NameMaxLength);
        var code = row.Read(CommitteeCode, cell => PlainText.Read(cell, Domain.Organisation.Committee.CodeMaxLength)) ?? (named.IsBlank ? _committeeCodeAbove : null);
        (_committeeAbove, _committeeCodeAbove) = (committee, code);
        row.Committee = committee ?? "";
        var branch = row.ReadName(RosterColumns.Branch, Domain.Organisation.Branch.NameMaxLength);
        row.Branch = branch ?? "";
        // A kind is told by its column or, for a new unit, by the name; a known unit needs neither.
        var known = committee is null ? null : (code is null ? null : lookup.CommitteeByCode(code)) ?? lookup.Committee(committee);
        CommitteeKind? kind = known is not null && row.Cell(RosterColumns.KindOfCommittee).IsBlank
            ? known.Kind
            : committee is null ? null : row.Read(RosterColumns.KindOfCommittee, cell => CommitteeKindText.Read(cell, committee));
        var type = row.Read(RosterColumns.TypeOfBranch, BranchTypeText.Read);
        if (type is null && row.Cell(RosterColumns.TypeOfBranch).IsBlank)
            row.Error(RosterColumns.TypeOfBranch, "没有填写支部类型，请填学生、教师、机关、教辅、后勤或离退休");

        var line = new Line
        {
            Committee = committee ?? "",
            CommitteeCode = code,
            Kind = kind ?? CommitteeKind.PartyCommittee,
            Branch = branch ?? "",
            BranchCode = row.Read(BranchCode, cell => PlainText.Read(cell, Domain.Organisation.Branch.CodeMaxLength)),
            Type = type ?? BranchType.Student,
            Secretary = row.Read(Secretary, cell => PlainText.Read(cell, Person.NameMaxLength)),
            Phone = row.Read(Phone, PhoneText.Read),
            Since = row.Read(Since, MonthText.Read),
            StaffNumber = row.Read(StaffNumber, cell => PlainText.Read(cell, Person.StaffNumberMaxLength)),
            Email = row.Read(Email, EmailText.Read),
            ConcurrentPost = row.Read(ConcurrentPost, cell => PlainText.Read(cell, TermOfOffice.ConcurrentPostMaxLength)),
            FullMembers = row.Read(FullMembers, CountText.Read),
            ProbationaryMembers = row.Read(ProbationaryMembers, CountText.Read),
            CommitteeSize = row.Read(CommitteeSize, CountText.Read),
            Founded = row.Read(Founded, MonthText.Read),
            Elected = row.Read(Elected, MonthText.Read),
            Organiser = row.Read(Organiser, cell => PlainText.Read(cell, Person.NameMaxLength)),
            OrganiserPhone = row.Read(OrganiserPhone, PhoneText.Read),
            OrganiserEmail = row.Read(OrganiserEmail, EmailText.Read),
            OrganiserNumber = row.Read(OrganiserNumber, cell => PlainText.Read(cell, Person.StaffNumberMaxLength)),
        };
        return CountMembers(row, line);
    }

    private static Line CountMembers(RowReport row, Line line)
    {
        var total = row.Read(Members, CountText.Read);
        if (total is { } all && line is { FullMembers: null, ProbationaryMembers: null })
        {
            row.Warn(Members, "没有分开正式和预备党员，全部记为正式党员");
            line = line with { FullMembers = all, ProbationaryMembers = 0 };
        }
        else if (total is { } sum && sum != (line.FullMembers ?? 0) + (line.ProbationaryMembers ?? 0))
        {
            row.Warn(Members, $"党员数 {sum} 与正式、预备合计 {(line.FullMembers ?? 0) + (line.ProbationaryMembers ?? 0)} 不同，按正式、预备写入");
        }

        if (line.FullMembers + (line.ProbationaryMembers ?? 0) is < 3 and var few)
            row.Warn(FullMembers, $"党员只有 {few} 人，不足 3 人");
        return line;
    }

    private void CheckAgainstEarlierRows(RowReport row, Line line)
    {
        if (line.Branch.Length > 0 && !_namesInFile.TryAdd((NameKey.Of(line.Committee), NameKey.Of(line.Branch)), row.Number))
            row.Error(RosterColumns.Branch, $"与第 {_namesInFile[(NameKey.Of(line.Committee), NameKey.Of(line.Branch))]} 行重名；同一个二级党组织内支部名称不能相同");
        if (line.BranchCode is { } code && !_codesInFile.TryAdd(NameKey.Of(code), row.Number))
            row.Error(BranchCode, $"编号「{code}」在第 {_codesInFile[NameKey.Of(code)]} 行已经用过；支部编号不能相同");
    }

    private Found<Committee>? FindCommittee(RowReport row, Line line)
    {
        var byName = lookup.Committee(line.Committee);
        var byCode = line.CommitteeCode is { } code ? lookup.CommitteeByCode(code) : null;
        if (byName is not null && byCode is not null && byName != byCode)
        {
            row.Error(CommitteeCode, $"编号「{line.CommitteeCode}」属于「{byCode.Name}」，名称却是「{line.Committee}」，请核对");
            return null;
        }

        return new Found<Committee>(byCode ?? byName);
    }

    private Found<Branch>? FindBranch(RowReport row, Line line, Committee? committee)
    {
        var byName = committee is null ? null : lookup.Branch(committee, line.Branch);
        var byCode = line.BranchCode is { } code ? lookup.BranchByCode(code) : null;
        if (byCode is not null && byCode.Committee != committee)
            row.Error(BranchCode, $"编号「{line.BranchCode}」已经是「{byCode.Committee.Name}」的「{byCode.Name}」的编号");
        else if (byName is not null && byCode is not null && byName != byCode)
            row.Error(BranchCode, $"编号「{line.BranchCode}」是「{byCode.Name}」的编号，名称却是「{line.Branch}」，请核对");
        var branch = byCode ?? byName;
        if (branch is null && line.Kind == CommitteeKind.DirectBranch && committee?.Branches.FirstOrDefault(other => other.IsActive) is { } only)
            row.Error(RosterColumns.Branch, $"直属党支部只能有一个支部，「{line.Committee}」已经有了「{only.Name}」");
        if (branch is { IsActive: false })
            row.Error(RosterColumns.Branch, "这个支部已经撤销；要恢复，请在支部的页面办理");
        if (branch is not null && _taken.TryGetValue(branch, out var earlier))
            row.Error(RosterColumns.Branch, $"与第 {earlier} 行是同一个支部");
        if (committee is not null && line.Kind == CommitteeKind.DirectBranch && committee.Kind != line.Kind && committee.Branches.Count(other => other.IsActive) > 1)
            row.Error(RosterColumns.KindOfCommittee, $"「{committee.Name}」不止一个支部，不能改为直属党支部");
        if (row.HasErrors)
            return null;
        if (branch is not null)
            _taken[branch] = row.Number;
        return new Found<Branch>(branch);
    }

    private void Write(RowReport row, Line line, Found<Committee> found, Branch? existing)
    {
        var committee = found.Existing ?? lookup.Add(line.Committee, line.Kind, line.CommitteeCode);
        // First, since what the unit becomes decides how many branches it may have.
        EditCommittee(row, line, committee, found.Existing is null);
        var branch = existing ?? committee.Found(line.Branch, line.Type, line.BranchCode, committee.Branches.Select(other => other.DisplayOrder).DefaultIfEmpty().Max() + 1);
        if (existing is null)
        {
            var secretary = line.Secretary is { } name ? $"，书记 {name}" : "";
            var members = line.FullMembers is { } count ? $"，正式党员 {count} 人{(line.ProbationaryMembers > 0 ? $"，预备 {line.ProbationaryMembers} 人" : "")}" : "";
            row.New($"{line.Type.Word()}{secretary}{members}{(found.Existing is null ? "；同时新建这个二级党组织" : "")}");
            db.Add(branch);
            _taken[branch] = row.Number;
        }

        EditBranch(row, line, branch, existing is null);
        EditSecretary(row, line, branch);
        EditOrganiser(row, line, committee);
    }

    private void EditCommittee(RowReport row, Line line, Committee committee, bool isNew)
    {
        if (isNew)
        {
            db.Add(committee);
            return;
        }

        var code = line.CommitteeCode ?? committee.Code;
        var name = NameKey.Of(line.Committee) == committee.NameKey ? committee.Name : line.Committee;
        row.Compare("二级党组织名称", committee.Name, name);
        row.Compare("党组织编号", committee.Code, code);
        row.Compare("党组织类别", committee.Kind.Word(), line.Kind.Word());
        var (oldName, oldCode) = (committee.NameKey, committee.CodeKey);
        committee.Edit(name, line.Kind, code);
        lookup.Remember(committee, oldName, oldCode);
    }

    private void EditBranch(RowReport row, Line line, Branch branch, bool isNew)
    {
        var (oldName, oldCode) = (branch.NameKey, branch.CodeKey);
        if (!isNew)
        {
            var code = line.BranchCode ?? branch.Code;
            row.Compare("支部名称", branch.Name, line.Branch);
            row.Compare("支部编号", branch.Code, code);
            row.Compare("支部类型", branch.Type.Word(), line.Type.Word());
            if (NameKey.Of(line.Branch) != branch.NameKey && RecordOf(OrganisationChangeKind.Renaming, branch, context.Today, row, RosterColumns.Branch) is { } record)
                db.Add(OrganisationChange.OfRenaming(branch, () => branch.Edit(line.Branch, line.Type, code), record));
            else
                branch.Edit(line.Branch, line.Type, code);
        }

        var (full, probationary) = (line.FullMembers ?? branch.FullMembers, line.ProbationaryMembers ?? branch.ProbationaryMembers);
        var (size, founded, elected) = (line.CommitteeSize ?? branch.CommitteeSize, line.Founded ?? branch.Founded, line.Elected ?? branch.Elected);
        row.Compare("正式党员", branch.FullMembers, full);
        row.Compare("预备党员", branch.ProbationaryMembers, probationary);
        row.Compare("支委人数", branch.CommitteeSize, size);
        row.Compare("成立时间", branch.Founded, founded);
        row.Compare("换届时间", branch.Elected, elected);
        branch.Describe(full, probationary, size, founded, elected);
        lookup.Remember(branch, oldName, oldCode);
    }

    private void EditSecretary(RowReport row, Line line, Branch branch)
    {
        if (line.Secretary is null)
        {
            if (branch.Secretary is null)
                row.Warn(Secretary, "没有书记");
            return;
        }

        var current = branch.Secretary;
        var person = FindPerson(current?.Person, line.Secretary, line.StaffNumber, line.Phone, line.Email, row);
        if (current is not null && current.Person != person && NameKey.Of(current.Person.Name) == NameKey.Of(person.Name))
            row.Compare("书记", current.Person.Name, $"{person.Name}（同名的另一人）");
        var since = line.Since ?? (current?.Person == person ? current.From : null);
        var post = line.ConcurrentPost ?? (current?.Person == person ? current.ConcurrentPost : null);
        row.Compare("书记", current?.Person.Name, line.Secretary);
        row.Compare("任职时间", current?.From, since);
        row.Compare("书记职务", current?.ConcurrentPost, post);
        if (current?.Person == person)
        {
            branch.AppointSecretary(person, since, post, context.Today);
            return;
        }

        if (since < current?.From)
        {
            row.Warn(Since, $"现任书记{current.Person.Name}从 {current.From:yyyy年M月} 起任职，新书记的任职时间不能更早，没有写入");
            since = null;
        }

        // In a branch that the file brings, the secretary it comes with is no change.
        var record = branch.Id == 0 ? null : RecordOf(OrganisationChangeKind.SecretaryChange, branch, line.Since ?? context.Today, row, Secretary);
        var change = record is null ? null : new OrganisationChange(OrganisationChangeKind.SecretaryChange, record).From(branch);
        branch.AppointSecretary(person, since, post, context.Today);
        if (change is not null)
            db.Add(change.To(branch));
    }

    /// <summary>What the change is recorded with. A day that cannot be is taken for today; where that cannot be either the row says that nothing is recorded.</summary>
    private ChangeRecord? RecordOf(OrganisationChangeKind kind, Branch branch, DateOnly on, RowReport row, string column)
    {
        var isLater = !lastChanges.TryGetValue(branch.Id, out var last) || last <= on;
        var day = isLater && (OrganisationChange.WhyNotOn(kind, on, context.Today) ?? OrganisationChange.WhyNotOn(branch, kind, on)) is null ? on : context.Today;
        if (OrganisationChange.WhyNotOn(branch, kind, day) is not null)
        {
            row.Warn(column, $"支部登记的成立时间（{branch.Founded:yyyy年M月}）还没有到，这次{kind.Word()}不记入党组织变动；请核对成立时间");
            return null;
        }

        return new ChangeRecord(day, null, "导入党组织名册", context.Viewer.Name, context.Now, context.Today);
    }

    private void EditOrganiser(RowReport row, Line line, Committee committee)
    {
        if (line.Organiser is null)
            return;
        var current = committee.Terms.FirstOrDefault(term => term.IsCurrent && term.Post == Post.Organiser && NameKey.Of(term.Person.Name) == NameKey.Of(line.Organiser));
        var person = FindPerson(current?.Person, line.Organiser, line.OrganiserNumber, line.OrganiserPhone, line.OrganiserEmail, row);
        if (current?.Person != person)
            row.Compare("组织员", null, person.Name);
        committee.AppointOrganiser(person, null);
    }

    private void CheckNumber(RowReport row, string column, string? number, string? name)
    {
        if (number is not null && name is not null && lookup.PersonByNumber(number) is { } holder && NameKey.Of(holder.Name) != NameKey.Of(name))
            row.Error(column, $"工号或学号「{number}」是「{holder.Name}」的，姓名却是「{name}」，请核对");
    }

    /// <summary>The same 工号, else the same name and phone, is the same person; so is a namesake who holds the office already.</summary>
    private Person FindPerson(Person? inOffice, string name, string? number, string? phone, string? email, RowReport row)
    {
        var known = (number is null ? null : lookup.PersonByNumber(number)) ?? (phone is null ? null : lookup.PersonByPhone(name, phone));
        if (known is null && inOffice is not null && NameKey.Of(inOffice.Name) == NameKey.Of(name) && (number is null || inOffice.StaffNumber is null))
            known = inOffice;
        if (known is { StaffNumberKey: { } own } && number is not null && own != NameKey.Of(number))
            known = null;
        if (known is null)
        {
            var added = new Person(name, number, phone, email);
            db.Add(added);
            lookup.Remember(added);
            return added;
        }

        row.Compare("电话", known.Phone, phone ?? known.Phone);
        row.Compare("邮箱", known.Email, email ?? known.Email);
        row.Compare("登录名", known.StaffNumber, number ?? known.StaffNumber);
        known.Edit(known.Name, number ?? known.StaffNumber, phone ?? known.Phone, email ?? known.Email);
        lookup.Remember(known);
        return known;
    }

    /// <summary>A row that may stand there already or be new.</summary>
    private sealed record Found<T>(T? Existing)
        where T : class;

    /// <summary>What a row says, read.</summary>
    private sealed record Line
    {
        public required string Committee { get; init; }

        public string? CommitteeCode { get; init; }

        public CommitteeKind Kind { get; init; }

        public required string Branch { get; init; }

        public string? BranchCode { get; init; }

        public BranchType Type { get; init; }

        public string? Secretary { get; init; }

        public string? Phone { get; init; }

        public DateOnly? Since { get; init; }

        public string? StaffNumber { get; init; }

        public string? Email { get; init; }

        public string? ConcurrentPost { get; init; }

        public int? FullMembers { get; init; }

        public int? ProbationaryMembers { get; init; }

        public int? CommitteeSize { get; init; }

        public DateOnly? Founded { get; init; }

        public DateOnly? Elected { get; init; }

        public string? Organiser { get; init; }

        public string? OrganiserPhone { get; init; }

        public string? OrganiserEmail { get; init; }

        public string? OrganiserNumber { get; init; }
    }
}
