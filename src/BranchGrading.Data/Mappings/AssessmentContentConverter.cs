using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BranchGrading.Data.Mappings;

/// <summary>What was handed in is kept as it was, as JSON.</summary>
internal sealed class AssessmentContentConverter() : ValueConverter<AssessmentContent, string>(
    content => GradeSnapshot.Write(content), json => GradeSnapshot.Read<AssessmentContent>(json));
