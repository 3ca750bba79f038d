using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class AssessmentReturnMapping : IEntityTypeConfiguration<AssessmentReturn>
{
    public void Configure(EntityTypeBuilder<AssessmentReturn> e)
    {
        e.ToTable("AssessmentReturns");
        e.Property(x => x.Reason).HasMaxLength(AssessmentReturn.ReasonMaxLength);
        e.Property(x => x.ReturnedBy).HasMaxLength(60);
        e.HasMany(x => x.Parts).WithOne().HasForeignKey(p => p.ReturnId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
