namespace BranchGrading.Domain.Bulletins;

/// <summary>已阅: a reader's confirmation, by a button.</summary>
public sealed class BulletinReceipt
{
    private BulletinReceipt()
    {
    }

    public BulletinReceipt(int accountId, string by, DateTime at) => (AccountId, By, At) = (accountId, by, at);

    public int Id { get; private set; }

    public int BulletinId { get; private set; }

    public int AccountId { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
