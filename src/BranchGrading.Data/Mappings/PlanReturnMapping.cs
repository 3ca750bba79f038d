using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PlanReturnMapping : IEntityTypeConfiguration<PlanReturn>
{
    public void Configure(EntityTypeBuilder<PlanReturn> e)
    {
        e.ToTable("PlanReturns");
        e.Property(x => x.Comment).HasMaxLength(PlanReturn.CommentMaxLength);
        e.Property(x => x.By).HasColumnName("ReturnedBy").HasMaxLength(60);
        e.Property(x => x.At).HasColumnName("ReturnedAt");
    }
}
