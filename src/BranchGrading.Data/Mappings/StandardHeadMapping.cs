using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class StandardHeadMapping : IEntityTypeConfiguration<StandardHead>
{
    public void Configure(EntityTypeBuilder<StandardHead> head)
    {
        head.ToTable("StandardHeads");
        head.Property(h => h.Order).HasColumnName("Position");
        head.Property(h => h.Name).HasMaxLength(StandardHead.NameLength);
        head.Ignore(h => h.HoldsVetoesOnly);
        head.HasMany(h => h.Items).WithOne().HasForeignKey("HeadId").IsRequired().OnDelete(DeleteBehavior.ClientCascade);
    }
}
