export { createNoticeSender } from './createNoticeSender';
export { DatabaseNoticeStore } from './DatabaseNoticeStore';
export type { Notice } from './Notice';
export { NoticeSender } from './NoticeSender';
export type { NoticeStore } from './NoticeStore';
