using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Binding;

/// <summary>Texts of forms and addresses.</summary>
public sealed class TextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource is null ? new TextBinder(context.Services.GetRequiredService<ILoggerFactory>()) : null;
}
