using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> e)
    {
        e.ToTable("Bulletins");
        e.Property(x => x.Kind).HasColumnName("BulletinKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.Title).HasMaxLength(Bulletin.TitleMaxLength);
        e.Property(x => x.Content).HasMaxLength(Bulletin.ContentMaxLength);
        e.Property(x => x.Roles).HasMaxLength(Bulletin.RolesMaxLength);
        e.Property(x => x.WrittenBy).HasMaxLength(60);
        e.HasOne(x => x.Committee).WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        e.HasMany(x => x.Targets).WithOne().HasForeignKey(x => x.BulletinId).OnDelete(DeleteBehavior.ClientCascade);
        e.HasMany(x => x.Receipts).WithOne().HasForeignKey(x => x.BulletinId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
