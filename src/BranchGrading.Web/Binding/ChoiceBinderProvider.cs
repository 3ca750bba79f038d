using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Binding;

/// <summary>Choices by their names alone.</summary>
public sealed class ChoiceBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType.IsEnum ? new ChoiceBinder() : null;
}
