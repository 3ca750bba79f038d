using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class FloatingMembersMapping : IEntityTypeConfiguration<FloatingMembers>
{
    public void Configure(EntityTypeBuilder<FloatingMembers> e)
    {
        e.ToTable("FloatingMembers");
        e.Property(x => x.Place).HasMaxLength(FloatingMembers.PlaceMaxLength);
        e.Property(x => x.Host).HasMaxLength(FloatingMembers.HostMaxLength);
        e.Property(x => x.Count).HasColumnName("MemberCount");
        e.Property(x => x.RecordedBy).HasMaxLength(60);
        e.HasOne(x => x.Branch).WithMany().HasForeignKey(x => x.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
