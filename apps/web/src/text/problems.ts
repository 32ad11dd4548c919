export const problemText = {
  unreachable: {
    title: '连不上服务器',
    detail: '请求没有得到回应，您填写的内容还在本页。',
    advice: '请检查网络后再点一次；仍不行请联系系统管理员。',
  },
  unreadable: (status: number) => ({
    title: '服务器没有正常回应',
    detail: `返回状态 ${status}。`,
    advice: '请稍后再试；仍不行请联系系统管理员。',
  }),
  requestNumber: (id: string) => `请求编号 ${id}`,
  loadLatest: '载入最新',
  staleNote: '载入最新后，您写的说明仍会保留。',
  retry: '重试',
  crashed: '这一页出错了',
  crashedAdvice: '请重新载入本页。仍不行请把时间和页面告诉系统管理员。',
  reload: '重新载入',
  notFound: '没有这一页',
  notFoundAdvice: '地址可能写错了，或者内容已不在您的查看范围内。',
  backHome: '回到工作台',
  retryAfter: (seconds: number) =>
    seconds >= 60 ? `请在 ${Math.ceil(seconds / 60)} 分钟后再试。` : `请在 ${seconds} 秒后再试。`,
};
