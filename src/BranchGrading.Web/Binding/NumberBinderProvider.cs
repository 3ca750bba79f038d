using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Binding;

/// <summary>Numbers as people type them: full-width digits and points are read too.</summary>
public sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(int) || type == typeof(decimal) ? new NumberBinder() : null;
    }
}
