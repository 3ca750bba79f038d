using BranchGrading.Data.Identity;
using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class BulletinReceiptMapping : IEntityTypeConfiguration<BulletinReceipt>
{
    public void Configure(EntityTypeBuilder<BulletinReceipt> e)
    {
        e.ToTable("BulletinReceipts");
        e.HasIndex(x => new { x.BulletinId, x.AccountId }).IsUnique();
        e.Property(x => x.By).HasColumnName("ReadBy").HasMaxLength(60);
        e.Property(x => x.At).HasColumnName("ReadAt");
        e.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
