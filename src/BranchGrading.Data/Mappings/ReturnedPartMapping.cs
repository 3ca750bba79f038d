using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ReturnedPartMapping : IEntityTypeConfiguration<ReturnedPart>
{
    public void Configure(EntityTypeBuilder<ReturnedPart> e)
    {
        e.ToTable("ReturnedParts");
        e.Property(x => x.Label).HasMaxLength(ReturnedPart.LabelMaxLength);
        e.Property(x => x.Reason).HasMaxLength(ReturnedPart.ReasonMaxLength);
    }
}
