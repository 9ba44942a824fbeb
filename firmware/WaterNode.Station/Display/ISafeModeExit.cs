namespace WaterNode.Station.Display
{
    /// <summary>The way out of safe mode for somebody who stands before the station and has mended it.</summary>
    public interface ISafeModeExit
    {
        /// <summary>The station restarts and tries normally, once.</summary>
        void TryNormally();
    }
}
