namespace BranchGrading.Domain.Organisation;

/// <summary>人员: somebody who holds an office or an account.</summary>
public sealed class Person
{
    public const int NameMaxLength = 40;
    public const int StaffNumberMaxLength = 40;
    public const int PhoneMaxLength = 30;
    public const int EmailMaxLength = 100;

    private readonly List<TermOfOffice> _terms = [];

    private Person()
    {
    }

    public Person(string name, string? staffNumber, string? phone, string? email) => Edit(name, staffNumber, phone, email);

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>工号 or 学号; unique in the school where there is one, and the sign-in name of the account.</summary>
    public string? StaffNumber { get; private set; }

    /// <summary>The number folded for comparing.</summary>
    public string? StaffNumberKey { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<TermOfOffice> Terms => _terms;

    /// <summary>Corrects name, number, phone or e-mail.</summary>
    public void Edit(string name, string? staffNumber, string? phone, string? email)
    {
        Name = Text.Required(name, NameMaxLength, "姓名");
        StaffNumber = Text.Optional(staffNumber, StaffNumberMaxLength, "工号或学号");
        StaffNumberKey = StaffNumber is null ? null : NameKey.Of(StaffNumber);
        Phone = Text.Optional(phone, PhoneMaxLength, "电话");
        Email = Text.Optional(email, EmailMaxLength, "邮箱");
    }
}
